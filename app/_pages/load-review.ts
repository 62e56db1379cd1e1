import { type PageSearchParams, readSearchParams } from '@/app/_server/read-search-params'
import { type Page, readCursor } from '@/domain/paging/page'
import type { Waiting, WaitingKind } from '@/domain/workflow/waiting'
import type { Context } from '@/services/context'
import { countWaitingFor, listWaiting, type WaitingFilter } from '@/services/read-waiting'

/** So many are listed at once. */
const mostListed = 100

/**
 * The queue as the address asks for it: which entries, and which of them is looked at. One that the address names is there though others waited
 * longer: nobody who follows its link is shown another instead.
 */
export async function loadReview(ctx: Context, searchParams: PageSearchParams) {
  const { crisis, document, author, state, item, cursor } = Object.fromEntries(
    Object.entries(readSearchParams(searchParams)).map(([name, values]) => [name, values[0] || undefined]),
  )
  const filter: WaitingFilter = { crisis, document, author, state: stateOf(state) }
  const parameters = { crisis, document, author, state }
  const [page, counts] = await Promise.all([listFrom(ctx, filter, cursor), countWaitingFor({ ctx, filter })])
  const listed = page.items.find((one) => keyOf(one) === item)
  const asked = listed ?? (item && (await findWaiting(ctx, filter, item)))
  const items = asked && !listed ? [asked, ...page.items] : page.items
  const looked = asked || (items.find(({ hindrance }) => hindrance === null) ?? items[0])
  const at = looked ? items.indexOf(looked) : -1
  const address = (one: Waiting | undefined) =>
    one === undefined ? null : addressOf({ ...parameters, cursor: page.from, item: keyOf(one) })
  const longest = page.from === undefined ? null : addressOf(parameters)
  const further = page.nextCursor === null ? null : addressOf({ ...parameters, cursor: page.nextCursor })
  return {
    filter: parameters,
    items,
    longest,
    further,
    total: counts.reduce((sum, { count }) => sum + count, 0),
    own: counts.reduce((sum, { own }) => sum + own, 0),
    looked: looked ?? null,
    /** Whether the address names an entry that does not wait here, so that another is looked at. */
    isGone: Boolean(item) && !asked,
    next: address(items[at + 1]) ?? further,
    previous: address(items[at - 1]),
    address,
  }
}

/** The page of the queue that begins after a cursor; the first where that is none, or nothing waits behind it any more. */
async function listFrom(
  ctx: Context,
  filter: WaitingFilter,
  cursor: string | undefined,
): Promise<Page<Waiting> & { from: string | undefined }> {
  const isPlace = cursor !== undefined && Number.isSafeInteger(Number(readCursor(cursor, 1)?.[0] ?? Number.NaN))
  const from = isPlace ? cursor : undefined
  const page = await listWaiting({ ctx, filter, page: { limit: mostListed, cursor: from ?? null } })
  return page.items.length === 0 && from ? await listFrom(ctx, filter, undefined) : { ...page, from }
}

/** The entry of that key, where it waits and the filter lets it through. */
async function findWaiting(ctx: Context, filter: WaitingFilter, key: string): Promise<Waiting | undefined> {
  const page = { limit: mostListed, cursor: null }
  const { items } = await listWaiting({ ctx, filter: { ...filter, id: key.split(':')[1] ?? '' }, page })
  return items.find((one) => keyOf(one) === key)
}

const stateOf = (text: string | undefined) =>
  text === 'submitted' || text === 'returned' || text === 'withdrawn' ? text : undefined

/** What tells an entry of the queue from every other. */
export const keyOf = ({ kind, id, version }: { kind: WaitingKind; id: string; version: number }) =>
  `${kind}:${id}:${version}`

/** The address of the queue with these parameters. */
export function addressOf(parameters: Record<string, string | undefined>): string {
  const given = Object.entries(parameters).filter((one): one is [string, string] => one[1] !== undefined)
  return given.length > 0 ? `/admin/review?${new URLSearchParams(given)}` : '/admin/review'
}
