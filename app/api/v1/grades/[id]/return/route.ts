import { wholeLedgerTarget } from '@/app/_server/find-target'
import { writeRoute } from '@/app/_server/write-route'
import { decisionOperations } from '@/app/api/v1/_contract/write/review'
import { returnVersion } from '@/services/return-version'

export const POST = writeRoute(
  decisionOperations.returnGrade,
  wholeLedgerTarget,
  async ({ ctx, params: { id = '' }, body: { comment } }) => {
    await returnVersion({ ctx, input: { crisis: null, kind: 'grade', id, version: 1, comment, field: null } })
    return { id }
  },
)
