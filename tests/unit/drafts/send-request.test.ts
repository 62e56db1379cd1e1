import { expect, test } from 'vitest'
import { sendRequest } from '@/components/drafts/send-request'
import { unattendedHeader } from '@/domain/workflow/unattended'

const request = { idempotencyKey: 'k', method: 'POST' as const, path: '/api/v1/x', body: '{}', ifMatch: undefined }

/** Whether the request said that nobody is at the page. */
async function isUnattended(actedAt?: number): Promise<boolean> {
  let sent = new Headers()
  const fetcher: typeof fetch = async (_, init) => {
    sent = new Headers(init?.headers)
    return Response.json({})
  }
  await sendRequest(request, 'ani', { fetcher, ...(actedAt !== undefined && { actedAt }) })
  return sent.has(unattendedHeader)
}

test('what goes at a person’s word is a use of their session; what goes long after it is none', async () => {
  expect(await isUnattended()).toBe(false)
  expect(await isUnattended(Date.now() - 30_000)).toBe(false)
  expect(await isUnattended(Date.now() - 90_000)).toBe(true)
})
