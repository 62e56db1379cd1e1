import { randomUUID } from 'node:crypto'
import { type Browser, test } from '@playwright/test'
import { beSignedInAs } from '@/tests/support/sign-in'

/** A crisis of its own for a test, with sources, places and an event to enter figures of; made over the API by an administrator. */
export async function makeCrisis(browser: Browser): Promise<{ slug: string }> {
  const baseURL = test.info().project.use.baseURL ?? ''
  const page = await browser.newPage({ baseURL })
  await beSignedInAs(page, 'administrator')
  const slug = `entering-${randomUUID().slice(0, 8)}`
  const post = async (address: string, data: unknown): Promise<{ id: string }> => {
    const response = await page.request.post(`/api/v1${address}`, {
      data,
      headers: { origin: baseURL, 'Idempotency-Key': randomUUID() },
    })
    if (!response.ok()) throw new Error(`${address}: ${response.status()} ${await response.text()}`)
    return await response.json()
  }
  await post('/crises', { slug, title: `Entering ${slug}`, timeZone: 'Asia/Yerevan', startDay: '2023-09-19' })
  const source = (name: string, kind: string, party: string | null = null) =>
    post(`/crises/${slug}/sources`, { names: [{ name, language: 'en' }], kind, parent: null, party })
  await source('Azatutyun', 'media')
  await source('Human Rights Defender', 'ombudsman', 'stepanakert')
  await source('Authorities in Stepanakert', 'de-facto-authority', 'stepanakert')
  await source('Government in Baku', 'government', 'baku')
  const place = (name: string, level: string, parent: string | null) =>
    post(`/crises/${slug}/places`, {
      level,
      parent,
      pcode: null,
      point: null,
      names: [{ name, language: 'en', usedBy: 'international' }],
    })
  const region = await place('Nagorno-Karabakh', 'admin1', null)
  await place('Stepanakert', 'settlement', region.id)
  const day = { start: '2023-09-18T20:00:00Z', end: '2023-09-19T20:00:00Z', precision: 'day' }
  await post(`/crises/${slug}/events`, { title: 'The offensive', place: region.id, from: day, to: null, parent: null })
  await post(`/crises/${slug}/events`, { title: 'Mine explosions', place: null, from: day, to: null, parent: null })
  await page.close()
  return { slug }
}
