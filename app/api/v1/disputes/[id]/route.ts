import { byObject } from '@/app/_server/find-crisis-of'
import { json, route } from '@/app/_server/route'
import { writeRoute } from '@/app/_server/write-route'
import { currentOf, versionTargets } from '@/app/api/v1/_answers/version-routes'
import { operations } from '@/app/api/v1/_contract/operations'
import { versionOperations } from '@/app/api/v1/_contract/write/review'
import { correctDispute } from '@/services/enter-dispute'
import { readDispute } from '@/services/read-disputes'

export const GET = route(
  operations.dispute,
  byObject('dispute'),
  async ({ params: { id = '' }, ...asked }) => json(await readDispute({ ...asked, id })),
  { isGuarded: true },
)

export const PATCH = writeRoute(
  versionOperations.dispute.correct,
  versionTargets.dispute,
  ({ ctx, found, params: { id = '' }, version, body: { reason, ...content } }) =>
    correctDispute({ ctx, input: { crisis: found.crisis.id, dispute: id, version, reason, content } }),
  { current: currentOf('dispute') },
)
