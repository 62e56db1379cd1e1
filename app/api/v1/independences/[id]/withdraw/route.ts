import { targetOfDesk } from '@/app/_server/find-target'
import { writeRoute } from '@/app/_server/write-route'
import { decisionOperations } from '@/app/api/v1/_contract/write/review'
import { withdrawIndependence } from '@/services/record-independence'

export const POST = writeRoute(
  decisionOperations.withdrawIndependence,
  targetOfDesk('independence'),
  ({ ctx, found: { crisis }, params: { id = '' }, body: { reason } }) =>
    withdrawIndependence({ ctx, input: { crisis: crisis.id, id, reason } }),
)
