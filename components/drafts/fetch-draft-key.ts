import { unattendedHeader } from '@/domain/workflow/unattended'

/** Whose session this is, and the key it is given (base64 of 32 bytes); or why there is none. */
export type KeyAnswer = { is: 'key'; userId: string; key: string } | { is: 'sign-in' } | { is: 'away' }

/** Asks the server for the draft key of whoever is signed in; never throws. */
export async function fetchDraftKey(fetcher: typeof fetch = fetch): Promise<KeyAnswer> {
  try {
    const response = await fetcher('/api/v1/me/draft-key', {
      // Asked again and again while the server is away; where a person opened the page, that was the use.
      headers: { [unattendedHeader]: '1' },
      cache: 'no-store',
      credentials: 'same-origin',
      redirect: 'manual',
      signal: AbortSignal.timeout(20_000),
    })
    if (response.status === 401) return { is: 'sign-in' }
    const body: unknown = response.ok ? await response.json() : null
    if (typeof body !== 'object' || body === null || !('userId' in body) || !('key' in body)) return { is: 'away' }
    return { is: 'key', userId: String(body.userId), key: String(body.key) }
  } catch {
    return { is: 'away' }
  }
}
