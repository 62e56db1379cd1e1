import { byObject } from '@/app/_server/find-crisis-of'
import { json, route } from '@/app/_server/route'
import { writeRoute } from '@/app/_server/write-route'
import { currentOf, versionTargets } from '@/app/api/v1/_answers/version-routes'
import { operations } from '@/app/api/v1/_contract/operations'
import { versionOperations } from '@/app/api/v1/_contract/write/review'
import { correctNote } from '@/services/enter-note'
import { readNote } from '@/services/read-notes'

export const GET = route(
  operations.note,
  byObject('note'),
  async ({ params: { id = '' }, ...asked }) => json(await readNote({ ...asked, id })),
  { isGuarded: true },
)

export const PATCH = writeRoute(
  versionOperations.note.correct,
  versionTargets.note,
  ({ ctx, found, params: { id = '' }, version, body: { reason, ...content } }) =>
    correctNote({ ctx, input: { crisis: found.crisis.id, note: id, version, reason, content } }),
  { current: currentOf('note') },
)
