import { byObject } from '@/app/_server/find-crisis-of'
import { targetObject } from '@/app/_server/find-target'
import { json, route } from '@/app/_server/route'
import { writeRoute } from '@/app/_server/write-route'
import { operations } from '@/app/api/v1/_contract/operations'
import { writeOperations } from '@/app/api/v1/_contract/write-operations'
import { changeEvent } from '@/services/change-event'
import { readEvent } from '@/services/read-events'
import { readEventRow } from '@/services/read-ground'

export const GET = route(
  operations.event,
  byObject('event'),
  async ({ params: { id = '' }, ...asked }) => json(await readEvent({ ...asked, id })),
  { isGuarded: true },
)

export const PATCH = writeRoute(
  writeOperations.changeEvent,
  targetObject('event', readEvent),
  ({ ctx, found: { crisis }, params: { id = '' }, body: { reason, ...change }, version }) =>
    changeEvent({ ctx, input: { crisis: crisis.id, event: id, version, reason, change } }),
  { current: ({ ctx, found: { crisis }, params: { id = '' } }) => readEventRow({ ctx, crisis: crisis.id, id }) },
)
