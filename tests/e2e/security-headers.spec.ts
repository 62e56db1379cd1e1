import { expect, test } from '@playwright/test'

test('A page comes with a strict content security policy and a nonce of its own', async ({ request }) => {
  const policies = await Promise.all(
    [1, 2].map(async () => (await request.get('/')).headers()['content-security-policy'] ?? ''),
  )
  const nonces = policies.map((policy) => policy.match(/script-src 'self' 'nonce-([^']+)' 'strict-dynamic';/)?.[1])
  expect(nonces[0]).toMatch(/^[A-Za-z0-9+/]{22}==$/)
  expect(nonces[1]).not.toBe(nonces[0])
  expect(policies[0]).toContain(`style-src 'self' 'nonce-${nonces[0]}'; style-src-attr 'unsafe-inline'`)
  expect(policies[0]).toContain("frame-ancestors 'none'")
  expect(policies[0]).not.toMatch(/unsafe-eval|https?:/)
})

test('An answer of the API lets nothing run, found or not', async ({ request }) => {
  for (const path of ['/api/v1/crises', '/api/v1/openapi.json', '/api/v1/not-there']) {
    const policy = (await request.get(path)).headers()['content-security-policy'] ?? ''
    expect(policy).toContain("script-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
  }
})

test('Every answer carries the security headers and none names the server', async ({ request }) => {
  for (const path of ['/', '/healthz', '/api/v1/crises', '/not-there']) {
    const response = await request.get(path)
    expect(response.status()).toBe(path === '/not-there' ? 404 : 200)
    const headers = response.headers()
    expect(headers['strict-transport-security']).toContain('max-age=63072000')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin')
    expect(headers['x-powered-by']).toBeUndefined()
  }
})
