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
