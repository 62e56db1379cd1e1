import { targetOfDesk } from '@/app/_server/find-target'
import { writeRoute } from '@/app/_server/write-route'
import { decisionOperations } from '@/app/api/v1/_contract/write/review'
import { returnVersion } from '@/services/return-version'

export const POST = writeRoute(
  decisionOperations.returnResolution,
  targetOfDesk('resolution'),
  async ({ ctx, found: { crisis }, params: { id = '' }, body: { comment } }) => {
    const named = { crisis: crisis.id, kind: 'resolution' as const, id, version: 1 }
    await returnVersion({ ctx, input: { ...named, comment, field: null } })
    return { id }
  },
)
