import { targetCrisis } from '@/app/_server/find-target'
import { ownRoute } from '@/app/_server/own-route'
import { writeRoute } from '@/app/_server/write-route'
import { deskOperations } from '@/app/api/v1/_contract/desk-operations'
import { writeOperations } from '@/app/api/v1/_contract/write-operations'
import { listWebhooks, registerWebhook, revealWebhookSecret } from '@/services/sending/manage-webhooks'

export const GET = ownRoute(deskOperations.webhooks, targetCrisis, ({ ctx, found: { crisis } }) =>
  listWebhooks({ ctx, crisis }),
)

export const POST = writeRoute(
  writeOperations.registerWebhook,
  targetCrisis,
  ({ ctx, found: { crisis }, body }) => registerWebhook({ ctx, crisis, input: body }),
  {
    reveal: async ({ ctx, found: { crisis }, answer }) => ({
      secret: await revealWebhookSecret({ ctx, crisis, id: JSON.parse(answer).id }),
    }),
  },
)
