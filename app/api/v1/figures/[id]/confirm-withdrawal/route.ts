import { versionRoutes } from '@/app/api/v1/_answers/version-routes'

export const { POST } = versionRoutes.figure.confirmWithdrawal
