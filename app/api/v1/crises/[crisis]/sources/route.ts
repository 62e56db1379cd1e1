import { asOne } from '@/app/_server/as-one'
import { targetCrisis } from '@/app/_server/find-target'
import { writeRoute } from '@/app/_server/write-route'
import { crisisLists } from '@/app/api/v1/_answers/crisis-lists'
import { writeOperations } from '@/app/api/v1/_contract/write-operations'
import { addSources } from '@/services/add-sources'

export const { GET } = crisisLists.sources

export const POST = writeRoute(writeOperations.addSource, targetCrisis, async ({ ctx, found: { crisis }, body }) => {
  const { ids } = await asOne('sources', () => addSources({ ctx, input: { crisis: crisis.id, sources: [body] } }))
  return { id: ids[0], version: 1 }
})
