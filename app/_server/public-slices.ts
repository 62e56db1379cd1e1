import { AnswerCache } from '@/app/_server/answer-cache'
import type { LedgerSlice } from '@/domain/ledger/ledger-slice'
import type { Context } from '@/services/context'
import { readLedgerRevision } from '@/services/read-crises'
import type { ReadPublicSlice } from '@/services/sitreps/compose-for-desk'
import { publicSlice } from '@/services/sitreps/freeze-edition'

/** While somebody types, the ledger stays as it is: a handful of slices serves all who write at the time. */
const slices = new AnswerCache<LedgerSlice>(12)

/** The ledger for the public at a viewpoint, read once for each revision. */
export async function readSliceAgain(ctx: Context, asked: Parameters<ReadPublicSlice>[0]): Promise<LedgerSlice> {
  const { crisis, asOf, knownAt, locale } = asked
  const key = JSON.stringify([crisis.id, crisis.revision, await readLedgerRevision({ ctx }), asOf, knownAt, locale])
  return await slices.getOrMake(key, () => publicSlice(ctx.db, ctx, crisis, asked))
}
