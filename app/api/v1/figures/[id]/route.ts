import { byObject } from '@/app/_server/find-crisis-of'
import { json, route } from '@/app/_server/route'
import { writeRoute } from '@/app/_server/write-route'
import { currentOf, versionTargets } from '@/app/api/v1/_answers/version-routes'
import { operations } from '@/app/api/v1/_contract/operations'
import { versionOperations } from '@/app/api/v1/_contract/write/review'
import { correctFigure } from '@/services/correct-figure'
import { readFigure } from '@/services/read-figures'

export const GET = route(
  operations.figure,
  byObject('figure'),
  async ({ params: { id = '' }, ...asked }) => json(await readFigure({ ...asked, id })),
  { isGuarded: true },
)

export const PATCH = writeRoute(
  versionOperations.figure.correct,
  versionTargets.figure,
  ({ ctx, found, params: { id = '' }, version, body: { reason, ...content } }) =>
    correctFigure({ ctx, input: { crisis: found.crisis.id, figure: id, version, reason, content } }),
  { current: currentOf('figure') },
)
