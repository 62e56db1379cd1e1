import { currentDraft, targetDraft } from '@/app/_server/target-draft'
import { writeRoute } from '@/app/_server/write-route'
import { writeOperations } from '@/app/api/v1/_contract/write-operations'
import { discardDraft } from '@/services/sitreps/write-draft'

export const POST = writeRoute(
  writeOperations.discardDraft,
  targetDraft,
  ({ ctx, params: { id = '' }, version }) => discardDraft({ ctx, input: { draft: id, version } }),
  { current: currentDraft },
)
