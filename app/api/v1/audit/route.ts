import { auditList } from '@/app/api/v1/_answers/audit-list'

export const { GET } = auditList
