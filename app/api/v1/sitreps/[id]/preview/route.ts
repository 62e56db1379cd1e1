import { readSliceAgain } from '@/app/_server/public-slices'
import { targetDraft } from '@/app/_server/target-draft'
import { writeRoute } from '@/app/_server/write-route'
import { writeOperations } from '@/app/api/v1/_contract/write-operations'
import { findLoadedWords } from '@/domain/wording/loaded-words'
import { renderSitrepPdf } from '@/formats/pdf/render-sitrep'
import { composeForDesk } from '@/services/sitreps/compose-for-desk'
import { readDraft } from '@/services/sitreps/write-draft'

/** Printed where an edition's proof stands: a draft has none. */
const noProof = { contentHash: '', auditHead: '' }

export const POST = writeRoute(
  writeOperations.previewDraft,
  targetDraft,
  async ({ ctx, params: { id = '' }, body: { content, locale } }) => {
    const { draft } = await readDraft({ ctx, id })
    const { sitrep, logo, ...told } = await composeForDesk({
      ctx,
      draft,
      content,
      locale,
      findLoadedWords,
      readSlice: (asked) => readSliceAgain(ctx, asked),
    })
    const { knownAt: createdAt } = sitrep
    const pdf = await renderSitrepPdf({ sitrep, proof: noProof, logo, createdAt })
    return { pdf, ...told }
  },
)
