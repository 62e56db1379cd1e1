import { wholeLedgerTarget } from '@/app/_server/find-target'
import { writeRoute } from '@/app/_server/write-route'
import { ledgerLists } from '@/app/api/v1/_answers/ledger-lists'
import { writeOperations } from '@/app/api/v1/_contract/write-operations'
import { createCrisis } from '@/services/create-crisis'

export const { GET } = ledgerLists.crises

export const POST = writeRoute(writeOperations.createCrisis, wholeLedgerTarget, ({ ctx, body }) =>
  createCrisis({ ctx, input: body }),
)
