import http from 'node:http'
import { expect, test } from '@playwright/test'

/** Asks for the path as written: browsers and fetch would repair it first. */
function get(address: string | undefined, path: string): Promise<http.IncomingMessage> {
  const { hostname, port } = new URL(address ?? '')
  return new Promise((resolve, reject) => {
    http.get({ hostname, port, path }, resolve).once('error', reject)
  })
}

for (const path of ['/%E0%A4%A', '/crises/%ff', '/crises/%00', '/api/v1/crises/%c3%28']) {
  test(`A program that asks for ${path} gets a problem document, not a failure of the server`, async ({ baseURL }) => {
    const response = await get(baseURL, path)
    expect(response.statusCode).toBe(400)
    expect(response.headers['content-type']).toBe('application/problem+json')
  })
}
