import { asOne } from '@/app/_server/as-one'
import { targetCrisis } from '@/app/_server/find-target'
import { writeRoute } from '@/app/_server/write-route'
import { crisisLists } from '@/app/api/v1/_answers/crisis-lists'
import { writeOperations } from '@/app/api/v1/_contract/write-operations'
import { addPlaces } from '@/services/add-places'

export const { GET } = crisisLists.places

export const POST = writeRoute(writeOperations.addPlace, targetCrisis, async ({ ctx, found: { crisis }, body }) => {
  const { ids } = await asOne('places', () => addPlaces({ ctx, input: { crisis: crisis.id, places: [body] } }))
  return { id: ids[0], version: 1 }
})
