import { ownRoute } from '@/app/_server/own-route'
import { versionTargets } from '@/app/api/v1/_answers/version-routes'
import { deskOperations } from '@/app/api/v1/_contract/desk-operations'
import { readDisputeStory } from '@/services/read-versions'

export const GET = ownRoute(
  deskOperations.disputeVersions,
  versionTargets.dispute,
  async ({ ctx, found: { crisis }, params: { id = '' } }) => ({ items: await readDisputeStory({ ctx, crisis, id }) }),
)
