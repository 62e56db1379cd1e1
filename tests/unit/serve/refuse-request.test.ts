import { expect, test } from 'vitest'
import { refusalOf } from '@/scripts/refuse-request.mjs'

test.each(['TRACE', 'POST', 'PUT', 'PATCH', 'DELETE'])('%s is 405 on pages, with what they take', (method) => {
  for (const url of ['/', '/crises/x?y=1', '/apiary']) {
    expect(refusalOf({ method, url })).toMatchObject({ status: 405, allow: 'GET, HEAD, OPTIONS' })
  }
})

test('the theme alone is posted to', () => {
  expect(refusalOf({ method: 'POST', url: '/theme' })).toBeNull()
  expect(refusalOf({ method: 'GET', url: '/theme' })).toMatchObject({ status: 405, allow: 'POST' })
})

test('reading passes', () => {
  for (const method of ['GET', 'HEAD', 'OPTIONS']) expect(refusalOf({ method, url: '/api/v1/crises' })).toBeNull()
})

test('U+0000 and bytes that are no text in a path are told apart', () => {
  expect(refusalOf({ url: '/figures/%00' })).toMatchObject({ status: 400, detail: expect.stringContaining('U+0000') })
  expect(refusalOf({ url: '/figures/%FF' })).toMatchObject({ status: 400, detail: expect.stringContaining('UTF-8') })
})

test('below /api/ each route refuses for itself what it does not take, but what no route takes is refused here', () => {
  expect(refusalOf({ method: 'PATCH', url: '/api/v1/figures/x' })).toBeNull()
  expect(refusalOf({ method: 'TRACE', url: '/api/v1/crises' })).toMatchObject({ status: 405 })
})
