/**
 * Whether a request that carries a session came from a page of this server: browsers name the page's origin with every write, and some
 * say in `Sec-Fetch-Site` how it stands to the address. One that names neither came from no page of ours.
 */
export function isSameOrigin(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') return false
  const origin = request.headers.get('origin')
  if (origin === null) return site === 'same-origin'
  return URL.canParse(origin) && new URL(origin).host === (request.headers.get('host') ?? new URL(request.url).host)
}
