import { targetCrisis } from '@/app/_server/find-target'
import { writeRoute } from '@/app/_server/write-route'
import { writeOperations } from '@/app/api/v1/_contract/write-operations'
import { removeWebhook } from '@/services/sending/manage-webhooks'

export const POST = writeRoute(
  writeOperations.removeWebhook,
  targetCrisis,
  ({ ctx, found: { crisis }, params: { id = '' } }) => removeWebhook({ ctx, crisis, id }),
)
