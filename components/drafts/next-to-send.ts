import { type ResolvedRequest, resolveSubmission } from '@/components/drafts/resolve-submission'
import { keysNeededBy, type OutboxEntry, type Problem } from '@/components/drafts/submission'

/** An entry of the outbox with its place; null where this session's key does not open it. */
export interface QueuedEntry {
  key: string
  revision: string
  entry: OutboxEntry | null
}

export type NextStep =
  | { do: 'send'; queued: QueuedEntry; entry: OutboxEntry; request: ResolvedRequest }
  | { do: 'refuse'; queued: QueuedEntry; entry: OutboxEntry; problem: Problem }

/** The server forgets an idempotency key after 30 days; later the same submission might be applied a second time. */
const longestWait = 29 * 24 * 60 * 60 * 1000

/**
 * What to do next: the first waiting entry, in order, whose earlier entries are all acknowledged. An entry that was refused, or cannot be
 * opened, holds up those that need it and no others. Null when nothing can be done.
 *
 * @param entries in the order in which they were submitted
 * @param answers what the server said to acknowledged ones, by their keys
 */
export function nextToSend(
  entries: readonly QueuedEntry[],
  answers: ReadonlyMap<string, unknown>,
  now: number,
): NextStep | null {
  const earlier = new Set<string>()
  for (const queued of entries) {
    const { entry, key } = queued
    if (entry && entry.problem === null) {
      const step = stepFor(queued, entry, earlier, answers, now)
      if (step) return step
    }
    earlier.add(key)
  }
  return null
}

function stepFor(
  queued: QueuedEntry,
  entry: OutboxEntry,
  earlier: ReadonlySet<string>,
  answers: ReadonlyMap<string, unknown>,
  now: number,
): NextStep | null {
  const refuse = (title: string, detail: string): NextStep => {
    return { do: 'refuse', queued, entry, problem: { title, status: 0, detail } }
  }
  const needed = [...keysNeededBy(entry.submission)].filter((key) => !answers.has(key))
  if (needed.some((key) => !earlier.has(key))) {
    return refuse('The entry it needs is gone', 'It refers to an entry that was discarded, or is no longer kept here.')
  }
  if (needed.length > 0) return null
  if (now - entry.queuedAt > longestWait) {
    return refuse('It waited for too long', 'Check whether it was entered before you send it again.')
  }
  try {
    return { do: 'send', queued, entry, request: resolveSubmission(entry.submission, answers) }
  } catch (error) {
    return refuse('It cannot be sent', error instanceof Error ? error.message : String(error))
  }
}
