import { targetCrisis } from '@/app/_server/find-target'
import { writeRoute } from '@/app/_server/write-route'
import { crisisLists } from '@/app/api/v1/_answers/crisis-lists'
import { writeOperations } from '@/app/api/v1/_contract/write-operations'
import { createDraft } from '@/services/sitreps/write-draft'

export const { GET } = crisisLists.sitreps

export const POST = writeRoute(writeOperations.createDraft, targetCrisis, ({ ctx, found: { crisis }, body }) =>
  createDraft({ ctx, crisis, input: body }),
)
