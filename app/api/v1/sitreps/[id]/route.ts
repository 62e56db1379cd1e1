import { currentDraft, targetDraft } from '@/app/_server/target-draft'
import { writeRoute } from '@/app/_server/write-route'
import { writeOperations } from '@/app/api/v1/_contract/write-operations'
import { saveDraft } from '@/services/sitreps/write-draft'

export const PATCH = writeRoute(
  writeOperations.saveDraft,
  targetDraft,
  ({ ctx, params: { id = '' }, body, version }) => saveDraft({ ctx, input: { draft: id, version, content: body } }),
  { current: currentDraft },
)
