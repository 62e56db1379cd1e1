import { targetCrisis } from '@/app/_server/find-target'
import { ownRoute } from '@/app/_server/own-route'
import { writeRoute } from '@/app/_server/write-route'
import { deskOperations } from '@/app/api/v1/_contract/desk-operations'
import { decisionOperations } from '@/app/api/v1/_contract/write/review'
import { listIndependences, recordIndependence } from '@/services/record-independence'

export const GET = ownRoute(deskOperations.independences, targetCrisis, async ({ ctx, found: { crisis } }) => ({
  items: await listIndependences({ ctx, crisis }),
}))

export const POST = writeRoute(
  decisionOperations.recordIndependence,
  targetCrisis,
  ({ ctx, found: { crisis }, body }) => recordIndependence({ ctx, input: { crisis: crisis.id, ...body } }),
)
