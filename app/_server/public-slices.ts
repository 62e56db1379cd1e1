import { AnswerCache } from '@/app/_server/answer-cache'
import type { LedgerSlice } from '@/domain/ledger/ledger-slice'
import type { ReferenceIndex } from '@/domain/sitrep/find-references'
import type { Context } from '@/services/context'
import { readLedgerRevision } from '@/services/read-crises'
import type { ReadPublicSlice } from '@/services/sitreps/compose-for-desk'
import { publicSlice } from '@/services/sitreps/freeze-edition'
import { readReferences } from '@/services/sitreps/read-references'

type Asked = Parameters<ReadPublicSlice>[0]

/** While somebody types, the ledger stays as it is: a handful of slices serves all who write at the time. */
const slices = new AnswerCache<LedgerSlice>(12)
const indexes = new AnswerCache<ReferenceIndex>(12)

async function keyOf(ctx: Context, { crisis, asOf, knownAt, locale }: Asked): Promise<string> {
  return JSON.stringify([crisis.id, crisis.revision, await readLedgerRevision({ ctx }), asOf, knownAt, locale])
}

/** The ledger for the public at a viewpoint, read once for each revision. */
export async function readSliceAgain(ctx: Context, asked: Asked): Promise<LedgerSlice> {
  return await slices.getOrMake(await keyOf(ctx, asked), () => publicSlice(ctx.db, ctx, asked.crisis, asked))
}

/** What prose can refer to at a viewpoint, with the words it is found by, made once for each revision. */
export async function readReferencesAgain(ctx: Context, asked: Asked): Promise<ReferenceIndex> {
  return await indexes.getOrMake(await keyOf(ctx, asked), async () =>
    readReferences({ ctx, slice: await readSliceAgain(ctx, asked) }),
  )
}
