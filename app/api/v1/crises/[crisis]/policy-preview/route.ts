import { targetCrisis } from '@/app/_server/find-target'
import { writeRoute } from '@/app/_server/write-route'
import { writeOperations } from '@/app/api/v1/_contract/write-operations'
import { previewPolicies } from '@/services/preview-policies'

export const POST = writeRoute(
  writeOperations.previewPolicies,
  targetCrisis,
  ({ ctx, found: { crisis }, body: { policy } }) => previewPolicies({ ctx, input: { crisis, policy } }),
)
