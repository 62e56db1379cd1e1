import { byCrisis } from '@/app/_server/find-crisis-of'
import { targetCrisis } from '@/app/_server/find-target'
import { json, route } from '@/app/_server/route'
import { writeRoute } from '@/app/_server/write-route'
import { operations } from '@/app/api/v1/_contract/operations'
import { writeOperations } from '@/app/api/v1/_contract/write-operations'
import { changeCrisis, switchFourEyes } from '@/services/change-crisis'
import { ServiceError } from '@/services/errors'
import { readCrisis } from '@/services/read-crises'

export const GET = route(operations.crisis, byCrisis, async ({ crisis }) => json(crisis))

export const PATCH = writeRoute(
  writeOperations.changeCrisis,
  targetCrisis,
  async ({ ctx, found: { crisis }, body: { reason, fourEyes, ...change }, version }) => {
    const { id, slug } = crisis
    const input = { crisis: id, version, reason }
    if (fourEyes === undefined) return { id, slug, ...(await changeCrisis({ ctx, input: { ...input, change } })) }
    if (Object.keys(change).length === 0) {
      return { id, slug, ...(await switchFourEyes({ ctx, input: { ...input, fourEyes } })) }
    }
    const message = 'Switch the four-eyes rule on its own, so that the log says so.'
    throw new ServiceError('invalid', message, [{ pointer: '/fourEyes', message }])
  },
  { current: ({ ctx, found: { crisis } }) => readCrisis({ ctx, slug: crisis.slug, asWritten: true }) },
)
