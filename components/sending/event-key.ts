import type { WebhookEvent } from '@/domain/sending/webhook'

/** An event's name as its words are found by, which holds no dot. */
export const eventKey = (event: WebhookEvent) =>
  event === 'sitrep.published' ? 'sitrepPublished' : 'correctionPublished'
