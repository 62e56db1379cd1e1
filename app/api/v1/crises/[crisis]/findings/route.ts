import { targetCrisis } from '@/app/_server/find-target'
import { writeRoute } from '@/app/_server/write-route'
import { writeOperations } from '@/app/api/v1/_contract/write-operations'
import { checkStatement } from '@/services/enter-figures'

export const POST = writeRoute(writeOperations.checkStatement, targetCrisis, ({ ctx, found: { crisis }, body }) =>
  checkStatement({ ctx, input: { ...body, crisis: crisis.id } }),
)
