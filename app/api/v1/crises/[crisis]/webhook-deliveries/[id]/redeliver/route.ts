import { targetCrisis } from '@/app/_server/find-target'
import { sendOutSoon } from '@/app/_server/jobs'
import { writeRoute } from '@/app/_server/write-route'
import { writeOperations } from '@/app/api/v1/_contract/write-operations'
import { redeliver } from '@/services/sending/manage-webhooks'

export const POST = writeRoute(
  writeOperations.redeliver,
  targetCrisis,
  ({ ctx, found: { crisis }, params: { id = '' } }) => redeliver({ ctx, crisis, id }),
  { afterwards: () => void sendOutSoon() },
)
