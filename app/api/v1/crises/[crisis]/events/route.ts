import { asOne } from '@/app/_server/as-one'
import { targetCrisis } from '@/app/_server/find-target'
import { writeRoute } from '@/app/_server/write-route'
import { crisisLists } from '@/app/api/v1/_answers/crisis-lists'
import { writeOperations } from '@/app/api/v1/_contract/write-operations'
import { addEvents } from '@/services/add-events'

export const { GET } = crisisLists.events

export const POST = writeRoute(writeOperations.addEvent, targetCrisis, async ({ ctx, found: { crisis }, body }) => {
  const { ids } = await asOne('events', () => addEvents({ ctx, input: { crisis: crisis.id, events: [body] } }))
  return { id: ids[0], version: 1 }
})
