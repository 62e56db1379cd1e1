import { currentDraft, targetDraft } from '@/app/_server/target-draft'
import { writeRoute } from '@/app/_server/write-route'
import { writeOperations } from '@/app/api/v1/_contract/write-operations'
import { approveDraft } from '@/services/sitreps/approve-draft'

export const POST = writeRoute(
  writeOperations.approveDraft,
  targetDraft,
  ({ ctx, params: { id = '' }, version }) => approveDraft({ ctx, input: { draft: id, version } }),
  { current: currentDraft },
)
