import type { Queryable } from '@/db/client'
import { type Ground, readServing } from '@/db/repositories/change-ground'
import { ServiceError } from '@/services/errors'

/**
 * Refuses what names a source, place or event of another crisis, or none; null names nothing.
 * @throws ServiceError `invalid` that names every such field
 */
export async function requireServing(
  db: Queryable,
  noun: Ground,
  crisis: string | null,
  rows: readonly { pointer: string; id: string | null | undefined }[],
): Promise<void> {
  const named = rows.flatMap(({ pointer, id }) => (id ? [{ pointer, id }] : []))
  const known = await readServing(
    db,
    noun,
    crisis,
    named.map(({ id }) => id),
  )
  const errors = named
    .filter(({ id }) => !known.has(id))
    .map(({ pointer }) => ({ pointer, message: `There is no such ${noun}.` }))
  if (errors.length > 0) throw new ServiceError('invalid', 'Some fields cannot be used.', errors)
}
