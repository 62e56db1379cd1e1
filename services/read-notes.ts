import { isNote, isNoteAfter, loadNotes } from '@/db/repositories/read-notes'
import type { Crisis } from '@/domain/crisis/crisis'
import type { Note } from '@/domain/note/note'
import { cutPage, type Page, type PageRequest, readCursor } from '@/domain/paging/page'
import type { Viewpoint } from '@/domain/viewpoint/viewpoint'
import { asServiceErrors } from '@/services/as-service-errors'
import type { Context } from '@/services/context'
import { noSuchObject } from '@/services/no-such-object'
import { refuseCursor } from '@/services/refuse-cursor'

/** A page of notes, newest as-of first, undated ones last. */
export async function listNotes({
  ctx,
  crisis,
  viewpoint,
  page: { limit, cursor },
}: {
  ctx: Context
  crisis: Crisis
  viewpoint: Viewpoint
  page: PageRequest
}): Promise<Page<Note>> {
  const after = cursor === null ? null : readCursor(cursor, 2)
  const id = after?.[1] ?? null
  if (cursor !== null && id === null) throw refuseCursor()
  const where = isNoteAfter(id === null ? null : { asOfEnd: after?.[0] ?? null, id })
  const { notes } = await asServiceErrors(() => loadNotes(ctx.db, { crisis, viewpoint }, { where, limit: limit + 1 }))
  return cutPage(notes, limit, ({ asOf, id }) => [asOf?.end ?? null, id])
}

/** One note as known at the viewpoint. @throws ServiceError `not-found` */
export async function readNote({
  ctx,
  crisis,
  viewpoint,
  id,
}: {
  ctx: Context
  crisis: Crisis
  viewpoint: Viewpoint
  id: string
}): Promise<Note> {
  const { notes } = await asServiceErrors(() =>
    loadNotes(ctx.db, { crisis, viewpoint }, { where: isNote(id), limit: 1 }),
  )
  const [note] = notes
  if (note) return note
  throw noSuchObject('note', id)
}
