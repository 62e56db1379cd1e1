import { writeRoute } from '@/app/_server/write-route'
import { versionTargets } from '@/app/api/v1/_answers/version-routes'
import { decisionOperations } from '@/app/api/v1/_contract/write/review'
import { withdrawOfficeCheck } from '@/services/record-office-check'

export const POST = writeRoute(
  decisionOperations.withdrawOfficeCheck,
  versionTargets.figure,
  ({ ctx, found: { crisis }, params: { id = '' }, body: { reason } }) =>
    withdrawOfficeCheck({ ctx, input: { crisis: crisis.id, figure: id, reason } }),
)
