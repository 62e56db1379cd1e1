import { ownRoute } from '@/app/_server/own-route'
import { versionTargets } from '@/app/api/v1/_answers/version-routes'
import { deskOperations } from '@/app/api/v1/_contract/desk-operations'
import { readFigureStory } from '@/services/read-versions'

export const GET = ownRoute(
  deskOperations.figureVersions,
  versionTargets.figure,
  async ({ ctx, found: { crisis }, params: { id = '' } }) => ({ items: await readFigureStory({ ctx, crisis, id }) }),
)
