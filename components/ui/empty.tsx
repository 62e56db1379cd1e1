/** Where nothing stands: what would stand here, and how to get it. */
export function Empty({ children }: { children: string }) {
  return (
    <div className="border-t border-line py-4">
      <p className="max-w-[65ch] text-sm text-muted">{children}</p>
    </div>
  )
}
