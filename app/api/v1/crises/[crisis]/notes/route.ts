import { targetCrisis } from '@/app/_server/find-target'
import { writeRoute } from '@/app/_server/write-route'
import { crisisLists } from '@/app/api/v1/_answers/crisis-lists'
import { writeOperations } from '@/app/api/v1/_contract/write-operations'
import { enterNote } from '@/services/enter-note'

export const { GET } = crisisLists.notes

export const POST = writeRoute(writeOperations.enterNote, targetCrisis, ({ ctx, found: { crisis }, body }) =>
  enterNote({ ctx, input: { ...body, crisis: crisis.id } }),
)
