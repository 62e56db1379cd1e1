import { writeRoute } from '@/app/_server/write-route'
import { versionTargets } from '@/app/api/v1/_answers/version-routes'
import { decisionOperations } from '@/app/api/v1/_contract/write/review'
import { recordOfficeCheck } from '@/services/record-office-check'

export const POST = writeRoute(
  decisionOperations.recordOfficeCheck,
  versionTargets.figure,
  ({ ctx, found: { crisis }, params: { id = '' }, body }) =>
    recordOfficeCheck({ ctx, input: { crisis: crisis.id, figure: id, ...body } }),
)
