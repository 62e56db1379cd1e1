import { targetCrisis } from '@/app/_server/find-target'
import { writeRoute } from '@/app/_server/write-route'
import { writeOperations } from '@/app/api/v1/_contract/write-operations'
import { findSameDocuments } from '@/services/find-same-documents'

export const POST = writeRoute(
  writeOperations.findSameDocuments,
  targetCrisis,
  async ({ ctx, found: { crisis }, body }) => ({
    duplicates: await findSameDocuments({ ctx, input: { ...body, crisis: crisis.id } }),
  }),
)
