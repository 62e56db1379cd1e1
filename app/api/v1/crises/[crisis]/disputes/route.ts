import { targetCrisis } from '@/app/_server/find-target'
import { writeRoute } from '@/app/_server/write-route'
import { crisisLists } from '@/app/api/v1/_answers/crisis-lists'
import { writeOperations } from '@/app/api/v1/_contract/write-operations'
import { enterDispute } from '@/services/enter-dispute'

export const { GET } = crisisLists.disputes

export const POST = writeRoute(writeOperations.enterDispute, targetCrisis, ({ ctx, found: { crisis }, body }) =>
  enterDispute({ ctx, input: { ...body, crisis: crisis.id } }),
)
