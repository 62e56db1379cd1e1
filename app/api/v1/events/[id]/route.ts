import { byObject } from '@/app/_server/find-crisis-of'
import { json, route } from '@/app/_server/route'
import { operations } from '@/app/api/v1/_contract/operations'
import { readEvent } from '@/services/read-events'

export const GET = route(
  operations.event,
  byObject('event'),
  async ({ params: { id = '' }, ...asked }) => json(await readEvent({ ...asked, id })),
  { isGuarded: true },
)
