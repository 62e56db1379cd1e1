import { byObject } from '@/app/_server/find-crisis-of'
import { json, route } from '@/app/_server/route'
import { operations } from '@/app/api/v1/_contract/operations'
import { readDispute } from '@/services/read-disputes'

export const GET = route(
  operations.dispute,
  byObject('dispute'),
  async ({ params: { id = '' }, ...asked }) => json(await readDispute({ ...asked, id })),
  { isGuarded: true },
)
