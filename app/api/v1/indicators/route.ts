import { wholeLedgerTarget } from '@/app/_server/find-target'
import { writeRoute } from '@/app/_server/write-route'
import { writeOperations } from '@/app/api/v1/_contract/write-operations'
import { addIndicator } from '@/services/change-codelist'

export const POST = writeRoute(writeOperations.addIndicator, wholeLedgerTarget, ({ ctx, body }) =>
  addIndicator({ ctx, input: body }),
)
