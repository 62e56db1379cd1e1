import { readReferencesAgain } from '@/app/_server/public-slices'
import { targetDraft } from '@/app/_server/target-draft'
import { writeRoute } from '@/app/_server/write-route'
import { writeOperations } from '@/app/api/v1/_contract/write-operations'
import { findReferences } from '@/domain/sitrep/find-references'
import { readDraft } from '@/services/sitreps/write-draft'

/** As many as one looks through in a list. */
const limit = 20

export const POST = writeRoute(
  writeOperations.findReferences,
  targetDraft,
  async ({ ctx, params: { id = '' }, body: { typed, locale, ...viewpoint } }) => {
    const { crisis, draft } = await readDraft({ ctx, id })
    const asked = { crisis, ...viewpoint, locale: locale ?? draft.content.languages[0] ?? 'en' }
    return { items: findReferences(await readReferencesAgain(ctx, asked), typed, limit) }
  },
)
