import { asOne } from '@/app/_server/as-one'
import { wholeLedgerTarget } from '@/app/_server/find-target'
import { writeRoute } from '@/app/_server/write-route'
import { writeOperations } from '@/app/api/v1/_contract/write-operations'
import { addSources } from '@/services/add-sources'

export const POST = writeRoute(writeOperations.addSourceForAll, wholeLedgerTarget, async ({ ctx, body }) => {
  const { ids } = await asOne('sources', () => addSources({ ctx, input: { crisis: null, sources: [body] } }))
  return { id: ids[0], version: 1 }
})
