/** Where nothing stands: what would stand here, and how to get it. */
export function Empty({ children }: { children: string }) {
  return <p className="max-w-[65ch] border-t border-line py-4 text-sm text-muted">{children}</p>
}
