import { ServiceError } from '@/services/errors'

const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08006',
])

/**
 * What the database refused, in the services' words. Its rules raise 23001 and 23514 with a sentence of their own; a unique index (23505)
 * means that somebody else was there first. Anything unknown is a defect and is handed back as it is.
 */
export function toServiceError(error: unknown): unknown {
  if (error instanceof ServiceError) return error
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = 'code' in cause ? String(cause.code) : ''
    if (unreachable.has(code)) return new ServiceError('unavailable', 'The database cannot be reached at the moment.')
    if (code === '23001' || code === '40P01' || code === '40001') return new ServiceError('conflict', cause.message)
    if (code === '23505')
      return new ServiceError('conflict', 'The same entry exists already, or was just made by somebody else.')
    if (code === '23503') return new ServiceError('invalid', 'The entry names something that does not exist.')
    if (code === '23514') return new ServiceError('invalid', cause.message)
  }
  return error
}
