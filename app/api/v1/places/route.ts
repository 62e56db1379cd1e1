import { asOne } from '@/app/_server/as-one'
import { wholeLedgerTarget } from '@/app/_server/find-target'
import { writeRoute } from '@/app/_server/write-route'
import { writeOperations } from '@/app/api/v1/_contract/write-operations'
import { addPlaces } from '@/services/add-places'

export const POST = writeRoute(writeOperations.addPlaceForAll, wholeLedgerTarget, async ({ ctx, body }) => {
  const { ids } = await asOne('places', () => addPlaces({ ctx, input: { crisis: null, places: [body] } }))
  return { id: ids[0], version: 1 }
})
