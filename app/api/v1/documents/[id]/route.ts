import { byObject } from '@/app/_server/find-crisis-of'
import { json, route } from '@/app/_server/route'
import { operations } from '@/app/api/v1/_contract/operations'
import { readDocument } from '@/services/read-documents'

export const GET = route(
  operations.document,
  byObject('document'),
  async ({ params: { id = '' }, ...asked }) => json(await readDocument({ ...asked, id })),
  { isGuarded: true },
)
