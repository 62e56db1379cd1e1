import { byObject } from '@/app/_server/find-crisis-of'
import { json, route } from '@/app/_server/route'
import { operations } from '@/app/api/v1/_contract/operations'
import { readStatement } from '@/services/read-statements'

export const GET = route(
  operations.statement,
  byObject('statement'),
  async ({ params: { id = '' }, ...asked }) => json(await readStatement({ ...asked, id })),
  { isGuarded: true },
)
