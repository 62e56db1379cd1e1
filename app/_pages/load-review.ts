import { type PageSearchParams, readSearchParams } from '@/app/_server/read-search-params'
import type { Waiting, WaitingKind } from '@/domain/workflow/waiting'
import type { Context } from '@/services/context'
import { countWaitingFor, listWaiting, type WaitingFilter } from '@/services/read-waiting'

/** So many of the longest waiting are listed at once. */
const mostListed = 100

/** The queue as the address asks for it: which entries, and which of them is looked at. */
export async function loadReview(ctx: Context, searchParams: PageSearchParams) {
  const { crisis, document, author, state, item } = Object.fromEntries(
    Object.entries(readSearchParams(searchParams)).map(([name, values]) => [name, values[0] || undefined]),
  )
  const filter: WaitingFilter = { crisis, document, author, state: stateOf(state) }
  const [{ items, nextCursor }, counts] = await Promise.all([
    listWaiting({ ctx, filter, page: { limit: mostListed, cursor: null } }),
    countWaitingFor({ ctx, filter }),
  ])
  const asked = items.findIndex((one) => keyOf(one) === item)
  const open = items.findIndex(({ hindrance }) => hindrance === null)
  const at = asked >= 0 ? asked : Math.max(open, 0)
  const address = (one: Waiting | undefined) =>
    one === undefined ? null : addressOf({ crisis, document, author, state, item: keyOf(one) })
  return {
    filter: { crisis, document, author, state },
    items,
    isCut: nextCursor !== null,
    total: counts.reduce((sum, { count }) => sum + count, 0),
    own: counts.reduce((sum, { own }) => sum + own, 0),
    looked: items[at] ?? null,
    next: address(items[at + 1]),
    previous: address(items[at - 1]),
    address,
  }
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
