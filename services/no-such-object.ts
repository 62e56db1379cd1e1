import type { AddressedNoun } from '@/db/repositories/read-crises'
import { ServiceError } from '@/services/errors'

/**
 * The one refusal for an object that is not there, was not known at that moment, or may not be known of by the reader: told apart by
 * nothing, so that what is hidden cannot be found by its id.
 */
export function noSuchObject(noun: AddressedNoun | 'sitrep', id: string): ServiceError {
  return new ServiceError('not-found', `There is no ${noun} "${id.slice(0, 80)}", or none was known at that moment.`)
}
