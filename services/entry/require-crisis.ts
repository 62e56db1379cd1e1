import type { Queryable } from '@/db/client'
import { type CrisisForWriting, readCrisisForWriting } from '@/db/repositories/write-crisis'
import { ServiceError } from '@/services/errors'

/** The crisis with that id. @throws ServiceError `not-found` */
export async function requireCrisis(db: Queryable, id: string): Promise<CrisisForWriting> {
  const crisis = await readCrisisForWriting(db, id)
  if (crisis) return crisis
  throw new ServiceError('not-found', 'There is no such crisis.')
}
