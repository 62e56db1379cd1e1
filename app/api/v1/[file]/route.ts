import { auditList } from '@/app/api/v1/_answers/audit-list'
import { fileRoute } from '@/app/api/v1/_answers/file-route'
import { ledgerLists } from '@/app/api/v1/_answers/ledger-lists'

/** A list of the whole ledger as a file: `crises.csv`, `crises.xlsx`. */
export const GET = fileRoute({ ...ledgerLists, audit: auditList })
