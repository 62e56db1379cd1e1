import { targetGround } from '@/app/_server/find-target'
import { writeRoute } from '@/app/_server/write-route'
import { writeOperations } from '@/app/api/v1/_contract/write-operations'
import { changePlace } from '@/services/change-place'
import { readPlaceRow } from '@/services/read-ground'

export const PATCH = writeRoute(
  writeOperations.changePlace,
  targetGround('place'),
  ({ ctx, found: { crisis }, params: { id = '' }, body: { reason, ...change }, version }) =>
    changePlace({ ctx, input: { crisis: crisis?.id ?? null, place: id, version, reason, change } }),
  { current: ({ ctx, params: { id = '' } }) => readPlaceRow({ ctx, id }) },
)
