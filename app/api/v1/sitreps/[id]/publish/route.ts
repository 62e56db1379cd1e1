import { finishPress } from '@/app/_server/jobs'
import { currentDraft, targetDraft } from '@/app/_server/target-draft'
import { writeRoute } from '@/app/_server/write-route'
import { writeOperations } from '@/app/api/v1/_contract/write-operations'
import { pressPublish } from '@/services/sitreps/publish-draft'

/** The press is kept first; what follows it is finished after the answer, by this process or by any worker. */
export const POST = writeRoute(
  writeOperations.publishDraft,
  targetDraft,
  async ({ ctx, params: { id = '' }, version }) => {
    await pressPublish({ ctx, input: { draft: id, version } })
    return { state: 'publishing' }
  },
  { current: currentDraft, afterwards: ({ params: { id = '' } }) => void finishPress(id) },
)
