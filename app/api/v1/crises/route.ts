import { ledgerLists } from '@/app/api/v1/_answers/ledger-lists'

export const { GET } = ledgerLists.crises
