import { byObject } from '@/app/_server/find-crisis-of'
import { json, route } from '@/app/_server/route'
import { operations } from '@/app/api/v1/_contract/operations'
import { readFigure } from '@/services/read-figures'

export const GET = route(
  operations.figure,
  byObject('figure'),
  async ({ params: { id = '' }, ...asked }) => json(await readFigure({ ...asked, id })),
  { isGuarded: true },
)
