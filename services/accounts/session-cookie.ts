/** Begins the names of our cookies. */
export const cookiePrefix = 'attest'

/** The cookie that holds a session, and what browsers keep for https alone. */
export const sessionCookies = [`__Secure-${cookiePrefix}.session_token`, `${cookiePrefix}.session_token`] as const

/** The token of the session a request belongs to, or null. The cookie's value is `token.signature`, percent-encoded. */
export function sessionTokenOf(headers: Headers): string | null {
  const given = readCookies(headers.get('cookie') ?? '')
  const value = sessionCookies.map((name) => given.get(name)).find(Boolean)
  return value?.split('.', 1)[0] || null
}

function readCookies(header: string): Map<string, string> {
  return new Map(
    header.split(';').flatMap((part): [string, string][] => {
      const at = part.indexOf('=')
      return at < 0 ? [] : [[part.slice(0, at).trim(), part.slice(at + 1).trim()]]
    }),
  )
}
