import { wholeLedgerTarget } from '@/app/_server/find-target'
import { writeRoute } from '@/app/_server/write-route'
import { decisionOperations } from '@/app/api/v1/_contract/write/review'
import { gradeSource } from '@/services/grade-source'

export const POST = writeRoute(
  decisionOperations.gradeSource,
  wholeLedgerTarget,
  ({ ctx, params: { id = '' }, body }) => gradeSource({ ctx, input: { source: id, ...body } }),
)
