import { expect, test } from 'vitest'
import { readTrustedProxies, trustHeaders } from '@/scripts/trust-headers.mjs'

function trusted(peer: string, sent: Record<string, string>, proxies = '') {
  const headers: Record<string, string | undefined> = { host: 'inner', ...sent }
  trustHeaders({ headers, socket: { remoteAddress: peer } }, readTrustedProxies(proxies))
  return headers
}

test('what anybody says of where they come from is not believed', () => {
  const forged = { 'x-forwarded-for': '1.2.3.4', 'x-forwarded-proto': 'https', 'x-attest-client': '1.2.3.4' }
  expect(
    trusted('::ffff:203.0.113.9', { ...forged, 'x-forwarded-host': 'evil.example', forwarded: 'for=1.2.3.4' }),
  ).toEqual({
    host: 'inner',
    'x-attest-client': '203.0.113.9',
  })
})

test('a trusted proxy is believed, back to the first hop that is none', () => {
  const sent = {
    'x-forwarded-for': '9.9.9.9, 203.0.113.9, 10.0.0.7',
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'outer',
  }
  expect(trusted('10.0.0.8', sent, '10.0.0.0/8, ::1')).toMatchObject({
    host: 'outer',
    'x-forwarded-proto': 'https',
    'x-attest-client': '203.0.113.9',
  })
  expect(trusted('::1', {}, '10.0.0.0/8,::1')['x-attest-client']).toBe('::1')
})

test.each(['10.0.0.0/33', 'proxy.example', '10.0.0.0/x'])('%s is refused as a proxy in a sentence', (proxies) => {
  expect(() => readTrustedProxies(proxies)).toThrow(/^TRUSTED_PROXIES holds/)
})
