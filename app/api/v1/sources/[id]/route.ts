import { targetGround } from '@/app/_server/find-target'
import { writeRoute } from '@/app/_server/write-route'
import { writeOperations } from '@/app/api/v1/_contract/write-operations'
import { changeSource } from '@/services/change-source'
import { readSourceRow } from '@/services/read-ground'

export const PATCH = writeRoute(
  writeOperations.changeSource,
  targetGround('source'),
  ({ ctx, found: { crisis }, params: { id = '' }, body: { reason, ...change }, version }) =>
    changeSource({ ctx, input: { crisis: crisis?.id ?? null, source: id, version, reason, change } }),
  { current: ({ ctx, params: { id = '' } }) => readSourceRow({ ctx, id }) },
)
