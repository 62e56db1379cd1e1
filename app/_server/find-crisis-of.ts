import { type CrisisAtRevision, findCrisis } from '@/app/_server/ask-crisis'
import { getContext } from '@/app/_server/context'
import type { LedgerAtRevision } from '@/app/_server/route'
import { readCrises, readCrisisOf, readLedgerRevision } from '@/services/read-crises'

/** How a route with `{crisis}` in its address finds the crisis. */
export const byCrisis = ({ crisis = '' }: Record<string, string>): Promise<CrisisAtRevision> => findCrisis(crisis)

/** How a route with an object's `{id}` finds the crisis it belongs to. @throws ServiceError `not-found` */
export function byObject(noun: Parameters<typeof readCrisisOf>[0]['noun']) {
  return async ({ id = '' }: Record<string, string>): Promise<CrisisAtRevision> => {
    const crisis = await readCrisisOf({ ctx: await getContext(), noun, id })
    return await findCrisis(crisis.slug)
  }
}

/** The ledger as a whole: its revision is of all crises and of what spans them. */
export async function wholeLedger(): Promise<LedgerAtRevision> {
  const ctx = await getContext()
  const [crises, ledger] = await Promise.all([readCrises({ ctx }), readLedgerRevision({ ctx })])
  return { ctx, revision: JSON.stringify([ledger, crises.map(({ crisis }) => [crisis.slug, crisis.revision])]) }
}
