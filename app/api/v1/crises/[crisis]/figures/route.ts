import { targetCrisis } from '@/app/_server/find-target'
import { writeRoute } from '@/app/_server/write-route'
import { crisisLists } from '@/app/api/v1/_answers/crisis-lists'
import { writeOperations } from '@/app/api/v1/_contract/write-operations'
import { enterFigures } from '@/services/enter-figures'

export const { GET } = crisisLists.figures

export const POST = writeRoute(writeOperations.enterFigures, targetCrisis, ({ ctx, found: { crisis }, body }) =>
  enterFigures({ ctx, input: { ...body, crisis: crisis.id } }),
)
