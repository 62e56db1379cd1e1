/** Leads a keyboard past the header; seen only while it has the focus. */
export function SkipLink({ label }: { label: string }) {
  return (
    <a
      href="#content"
      className="no-print absolute start-4 -top-16 z-50 rounded bg-accent px-4 py-2 text-sm font-semibold text-surface no-underline focus:top-3"
    >
      {label}
    </a>
  )
}
