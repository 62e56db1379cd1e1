import { byObject } from '@/app/_server/find-crisis-of'
import { json, route } from '@/app/_server/route'
import { operations } from '@/app/api/v1/_contract/operations'
import { readNote } from '@/services/read-notes'

export const GET = route(
  operations.note,
  byObject('note'),
  async ({ params: { id = '' }, ...asked }) => json(await readNote({ ...asked, id })),
  { isGuarded: true },
)
