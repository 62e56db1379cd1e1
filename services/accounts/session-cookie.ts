/** Begins the names of our cookies. */
export const cookiePrefix = 'attest'

/** The cookie that holds a session: as kept for https alone, and without. */
const sessionCookies = [`__Secure-${cookiePrefix}.session_token`, `${cookiePrefix}.session_token`]

/** The token of the session a request belongs to, or null. The cookie's value is `token.signature`, percent-encoded. */
export function sessionTokenOf(headers: Headers): string | null {
  const given = readCookies(headers)
  const value = sessionCookies.map((name) => given.get(name)).find(Boolean)
  return value?.split('.', 1)[0] || null
}

/** The `Cookie` header without a session: what it asks is then asked as nobody. */
export function cookiesWithoutSession(headers: Headers): string {
  const others = [...readCookies(headers)].filter(([name]) => !sessionCookies.includes(name))
  return others.map(([name, value]) => `${name}=${value}`).join('; ')
}

/** The cookies of a request by name, their values as they came. */
export function readCookies(headers: Headers): Map<string, string> {
  const parts = (headers.get('cookie') ?? '').split(';')
  return new Map(
    parts.flatMap((part): [string, string][] => {
      const at = part.indexOf('=')
      return at < 0 ? [] : [[part.slice(0, at).trim(), part.slice(at + 1).trim()]]
    }),
  )
}
