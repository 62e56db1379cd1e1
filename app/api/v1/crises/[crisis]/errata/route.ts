import { targetCrisis } from '@/app/_server/find-target'
import { writeRoute } from '@/app/_server/write-route'
import { writeOperations } from '@/app/api/v1/_contract/write-operations'
import { beginErratum } from '@/services/sitreps/write-draft'

export const POST = writeRoute(writeOperations.beginErratum, targetCrisis, ({ ctx, found: { crisis }, body }) =>
  beginErratum({ ctx, crisis, input: body }),
)
