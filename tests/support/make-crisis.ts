import { randomUUID } from 'node:crypto'
import type { APIRequestContext } from '@playwright/test'

/** A crisis of its own, with sources, places and events to enter figures of; made over the API by the administrator whose session `request` has. */
export async function makeCrisis(request: APIRequestContext, origin: string): Promise<{ slug: string }> {
  const slug = `entering-${randomUUID().slice(0, 8)}`
  const post = async (address: string, data: unknown): Promise<{ id: string }> => {
    const headers = { origin, 'Idempotency-Key': randomUUID() }
    const response = await request.post(`${origin}/api/v1${address}`, { data, headers })
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
  const place = (name: string, level: string, parent: string | null) => {
    const names = [{ name, language: 'en', usedBy: 'international' }]
    return post(`/crises/${slug}/places`, { level, parent, pcode: null, point: null, names })
  }
  const region = await place('Nagorno-Karabakh', 'admin1', null)
  await place('Stepanakert', 'settlement', region.id)
  const from = { start: '2023-09-18T20:00:00Z', end: '2023-09-19T20:00:00Z', precision: 'day' }
  await post(`/crises/${slug}/events`, { title: 'The offensive', place: region.id, from, to: null, parent: null })
  await post(`/crises/${slug}/events`, { title: 'Mine explosions', place: null, from, to: null, parent: null })
  return { slug }
}
