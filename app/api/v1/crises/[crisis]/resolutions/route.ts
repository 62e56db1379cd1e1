import { targetCrisis } from '@/app/_server/find-target'
import { writeRoute } from '@/app/_server/write-route'
import { decisionOperations } from '@/app/api/v1/_contract/write/review'
import { recordResolution } from '@/services/record-resolution'

export const POST = writeRoute(decisionOperations.recordResolution, targetCrisis, ({ ctx, found: { crisis }, body }) =>
  recordResolution({ ctx, input: { crisis: crisis.id, ...body } }),
)
