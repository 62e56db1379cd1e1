import type { Auth } from '@/services/accounts/auth'
import { cookiePrefix, readCookies } from '@/services/accounts/session-cookie'

/** The person a request speaks for that nobody is signed in to yet: who gave a password and owes a code, or holds a link for a new password. */
export async function pendingUser(
  auth: Auth,
  headers: Headers,
  input: Record<string, unknown>,
): Promise<{ id: string; name: string } | null> {
  const identifier = typeof input.token === 'string' ? `reset-password:${input.token}` : challengeOf(headers)
  if (!identifier) return null
  const { internalAdapter } = await auth.$context
  const begun = await internalAdapter.findVerificationValue(identifier)
  const user = begun && begun.expiresAt > new Date() ? await internalAdapter.findUserById(begun.value) : null
  return user ? { id: user.id, name: user.name } : null
}

/** The challenge of a second step, as better-auth's cookie holds it before its signature. */
function challengeOf(headers: Headers): string | null {
  const cookies = readCookies(headers)
  const value = cookies.get(`__Secure-${cookiePrefix}.two_factor`) ?? cookies.get(`${cookiePrefix}.two_factor`)
  return value ? (decodeURIComponent(value).split('.', 1)[0] ?? null) : null
}
