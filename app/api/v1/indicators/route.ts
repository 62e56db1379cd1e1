import { wholeLedgerTarget } from '@/app/_server/find-target'
import { writeRoute } from '@/app/_server/write-route'
import { ledgerLists } from '@/app/api/v1/_answers/ledger-lists'
import { writeOperations } from '@/app/api/v1/_contract/write-operations'
import { addIndicator } from '@/services/change-codelist'

export const { GET } = ledgerLists.indicators

export const POST = writeRoute(writeOperations.addIndicator, wholeLedgerTarget, ({ ctx, body }) =>
  addIndicator({ ctx, input: body }),
)
