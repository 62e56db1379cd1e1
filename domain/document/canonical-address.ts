/** Parameters that tell who sent a reader, not which page it is. */
const isTracker = (name: string) => /^(?:utm_.*|fbclid|gclid|yclid)$/i.test(name)

/**
 * The form in which two addresses of the same page are equal: scheme and host in lower case, no default port, no fragment, no tracking
 * parameters, no slash at the end. Only for comparing: a document keeps its address as given. What is no address comes back as it is.
 */
export function canonicalAddress(address: string): string {
  if (!URL.canParse(address)) return address.trim()
  const url = new URL(address)
  url.hash = ''
  for (const name of [...url.searchParams.keys()]) if (isTracker(name)) url.searchParams.delete(name)
  return `${url.protocol}//${url.host}${url.pathname.replace(/\/+$/, '')}${url.search}`
}

/**
 * Texts that every address with this canonical form has in it once it is in lower case, however else it is written: for a search that narrows
 * down which addresses to compare. The host, unless it can be written in another script, and the longest run of Latin letters and digits
 * of the path, which is never escaped.
 */
export function partsOfAddress(canonical: string): string[] {
  if (!URL.canParse(canonical)) return [canonical.toLowerCase()]
  const { hostname, pathname } = new URL(canonical)
  const runs = pathname.replace(/%[0-9a-f]{2}/gi, ' ').match(/[0-9a-z]+/gi) ?? []
  const longest = runs.reduce((long, run) => (run.length > long.length ? run : long), '')
  return [hostname.includes('xn--') ? '' : hostname, longest].filter(Boolean).map((part) => part.toLowerCase())
}
