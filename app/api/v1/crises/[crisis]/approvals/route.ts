import { targetCrisis } from '@/app/_server/find-target'
import { writeRoute } from '@/app/_server/write-route'
import { decisionOperations } from '@/app/api/v1/_contract/write/review'
import { approveVersions } from '@/services/approve-versions'
import { readChangedFigures } from '@/services/read-versions'

export const POST = writeRoute(
  decisionOperations.approveFigures,
  targetCrisis,
  async ({ ctx, found: { crisis }, body: { figures } }) => {
    await approveVersions({ ctx, input: { crisis: crisis.id, kind: 'figure', versions: figures } })
    return { figures: figures.map((figure) => ({ ...figure, state: 'approved' })) }
  },
  { current: ({ ctx, found: { crisis }, body: { figures } }) => readChangedFigures({ ctx, crisis, seen: figures }) },
)
