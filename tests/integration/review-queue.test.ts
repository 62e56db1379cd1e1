import { afterAll, beforeAll, expect, it } from 'vitest'
import { keyOf, loadReview } from '@/app/_pages/load-review'
import type { Context } from '@/services/context'
import { enterNote } from '@/services/enter-note'
import { listWaiting } from '@/services/read-waiting'
import { analyst, type OpenLedger, openLedger, reviewer } from '@/tests/support/open-ledger'

/** More than one page of the queue, by seven. */
const count = 107

let ledger: OpenLedger
let ctx: Context
let keys: string[]

beforeAll(async () => {
  ledger = await openLedger()
  const crisis = await ledger.loadTiny()
  const [{ id: saidBy }] = await ledger.sql<[{ id: string }]>`select id from sources where key = 'ombudsman'`
  const [{ id: document, quote }] = await ledger.sql<[{ id: string; quote: string }]>`
    select document_id as id, quote from citations limit 1`
  const note = { crisis, kind: 'displacement' as const, saidBy, asOf: null, places: [], figures: [] }
  for (let index = 0; index < count; index += 1) {
    const citations = [{ document, quote, relation: 'direct' as const }]
    await enterNote({ ctx: ledger.as(analyst), input: { ...note, text: `Note ${index}`, citations } })
  }
  ctx = ledger.as(reviewer)
  const { items } = await listWaiting({ ctx, filter: {}, page: { limit: 1000, cursor: null } })
  keys = items.map(keyOf)
})
afterAll(() => ledger.close())

const load = (address: string) => loadReview(ctx, Object.fromEntries(new URL(address, 'http://localhost').searchParams))
const listed = ({ items }: Awaited<ReturnType<typeof load>>) => items.map(keyOf)

it('lists the longest waiting first, and leads on to all the others', async () => {
  const first = await load('/admin/review')
  expect(keys).toHaveLength(count)
  expect(listed(first)).toEqual(keys.slice(0, 100))
  expect(first).toMatchObject({ total: count, longest: null, previous: null })
  expect(first.looked && keyOf(first.looked)).toBe(keys[0])
  const second = await load(first.further ?? '')
  expect(listed(second)).toEqual(keys.slice(100))
  expect(second).toMatchObject({ longest: '/admin/review', further: null })
})

it('goes from the last of a page on to the next page, and stays on it', async () => {
  const first = await load('/admin/review')
  const last = await load(first.address(first.items[99]) ?? '')
  expect(last.looked && keyOf(last.looked)).toBe(keys[99])
  const next = await load(last.next ?? '')
  expect(next.looked && keyOf(next.looked)).toBe(keys[100])
  const after = await load(next.next ?? '')
  expect(after.looked && keyOf(after.looked)).toBe(keys[101])
  expect(listed(after)).toEqual(keys.slice(100))
})

it('shows the entry that an address names though a hundred others waited longer', async () => {
  const named = await load(`/admin/review?item=${keys[105]}`)
  expect(named.looked && keyOf(named.looked)).toBe(keys[105])
  expect(named.isGone).toBe(false)
  expect(listed(named)).toEqual([keys[105], ...keys.slice(0, 100)])
  expect(await load(`/admin/review?item=${keys[105]}&state=returned`)).toMatchObject({ looked: null, isGone: true })
})

it('begins with the longest waiting where the address names nothing that waits, or no place in the list', async () => {
  for (const address of ['?item=note:none:1', '?item=x', '?cursor=x', `?cursor=${btoa('["9007199254740000"]')}`]) {
    const queue = await load(`/admin/review${address}`)
    expect(queue.looked && keyOf(queue.looked), address).toBe(keys[0])
    expect(queue.isGone, address).toBe(address.startsWith('?item'))
  }
})
