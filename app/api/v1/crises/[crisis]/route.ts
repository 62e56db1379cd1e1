import { byCrisis } from '@/app/_server/find-crisis-of'
import { json, route } from '@/app/_server/route'
import { operations } from '@/app/api/v1/_contract/operations'

export const GET = route(operations.crisis, byCrisis, async ({ crisis }) => json(crisis))
