import { ServiceError } from '@/services/errors'

/** What to say of a cursor that was not given out by the list it is shown to. */
export function refuseCursor(): ServiceError {
  const message = 'The cursor is not one of this list: take "nextCursor" of the page before, or leave it out.'
  return new ServiceError('invalid', message, [{ pointer: '/cursor', message }])
}
