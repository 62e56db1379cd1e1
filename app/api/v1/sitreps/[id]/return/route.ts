import { currentDraft, targetDraft } from '@/app/_server/target-draft'
import { writeRoute } from '@/app/_server/write-route'
import { writeOperations } from '@/app/api/v1/_contract/write-operations'
import { returnDraft } from '@/services/sitreps/approve-draft'

export const POST = writeRoute(
  writeOperations.returnDraft,
  targetDraft,
  ({ ctx, params: { id = '' }, body, version }) => returnDraft({ ctx, input: { draft: id, version, ...body } }),
  { current: currentDraft },
)
