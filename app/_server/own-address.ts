import { readEnv } from '@/config/env'

/**
 * Whether the browser reached us by https: by the address the installation was given, or as the server before the pages says, which
 * believes proxies only where it was told to.
 */
export function isReachedByHttps(headers: Headers): boolean {
  const given = readEnv().ATTEST_URL
  return given ? given.startsWith('https:') : headers.get('x-forwarded-proto') === 'https'
}
