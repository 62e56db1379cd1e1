import { wholeLedgerTarget } from '@/app/_server/find-target'
import { writeRoute } from '@/app/_server/write-route'
import { decisionOperations } from '@/app/api/v1/_contract/write/review'
import { approveGrade } from '@/services/grade-source'

export const POST = writeRoute(
  decisionOperations.approveGrade,
  wholeLedgerTarget,
  async ({ ctx, params: { id = '' } }) => {
    await approveGrade({ ctx, input: { grade: id } })
    return { id }
  },
)
