import { targetOfDesk } from '@/app/_server/find-target'
import { writeRoute } from '@/app/_server/write-route'
import { decisionOperations } from '@/app/api/v1/_contract/write/review'
import { approveResolution } from '@/services/record-resolution'

export const POST = writeRoute(
  decisionOperations.approveResolution,
  targetOfDesk('resolution'),
  async ({ ctx, found: { crisis }, params: { id = '' } }) => {
    await approveResolution({ ctx, input: { crisis: crisis.id, resolution: id } })
    return { id }
  },
)
