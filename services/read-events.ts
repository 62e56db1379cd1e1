import type { ListedEvent } from '@/domain/event/listed-event'
import { noSuchObject } from '@/services/no-such-object'
import { readVocabulary } from '@/services/read-vocabulary'

/** One event that a figure the reader can see covers. @throws ServiceError `not-found` */
export async function readEvent({
  id,
  ...asked
}: Parameters<typeof readVocabulary>[0] & { id: string }): Promise<ListedEvent> {
  const event = (await readVocabulary(asked)).events.find((one) => one.id === id)
  if (event) return event
  throw noSuchObject('event', id)
}
