import { ServiceError } from '@/services/errors'

/** A reason, without spaces around it: it is kept and shown beside the change. @throws ServiceError `invalid` for none */
export function requireReason(reason: string, pointer = '/reason'): string {
  const trimmed = reason.trim()
  if (trimmed !== '' && trimmed.length <= 1000 && !trimmed.includes('\0')) return trimmed
  throw new ServiceError('invalid', 'A reason is needed.', [
    { pointer, message: 'Say why, in at most 1,000 characters: it is kept and shown.' },
  ])
}
