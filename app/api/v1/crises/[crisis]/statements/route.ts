import { targetCrisis } from '@/app/_server/find-target'
import { writeRoute } from '@/app/_server/write-route'
import { crisisLists } from '@/app/api/v1/_answers/crisis-lists'
import { writeOperations } from '@/app/api/v1/_contract/write-operations'
import { enterStatement } from '@/services/enter-figures'

export const { GET } = crisisLists.statements

export const POST = writeRoute(
  writeOperations.enterStatement,
  targetCrisis,
  async ({ ctx, found: { crisis }, body }) => {
    const { statement, figures } = await enterStatement({ ctx, input: { ...body, crisis: crisis.id } })
    return { id: statement, figures }
  },
)
