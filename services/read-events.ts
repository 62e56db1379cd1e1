import type { ListedEvent } from '@/domain/event/listed-event'
import { ServiceError } from '@/services/errors'
import { readVocabulary } from '@/services/read-vocabulary'

/** One event that a figure the reader can see covers. @throws ServiceError `not-found` */
export async function readEvent({
  id,
  ...asked
}: Parameters<typeof readVocabulary>[0] & { id: string }): Promise<ListedEvent> {
  const event = (await readVocabulary(asked)).events.find((one) => one.id === id)
  if (event) return event
  throw new ServiceError('not-found', `No event "${id.slice(0, 80)}" was known at that moment.`)
}
