/** Stands for a value of an earlier submission's answer: the server makes the ids, and a queued entry may need one that is not made yet. */
export interface Reference {
  /** The idempotency key of the earlier submission. */
  $ref: string
  /** JSON pointer into its answer, such as "/id". */
  pointer: string
}

/** What a form wants written, as the API takes it. Anywhere in `body`, as a part of `path` and as `ifMatch` may stand a reference. */
export interface Submission {
  /** Names the submission: in this browser, and to the server, which applies it once. */
  idempotencyKey: string
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** An address below /api/v1/, or its parts in order. */
  path: string | readonly (string | Reference)[]
  /** Left out, an empty object. The bytes of a kept file stand in it as a `FileReference`. */
  body?: unknown
  /** The version that is changed. */
  ifMatch?: string | number | Reference
  /** The key of a submission that must be acknowledged before, where no reference says so already. */
  after?: string
  /** What the person reads about it while it waits, such as "Killed, at least 2". */
  label: string
  /** The form it came from, so that it can be filled again: its id, the address of its page, its values. Not for acts without one. */
  form?: { id: string; href: string; values: unknown }
}

/** A problem document of the server (RFC 9457), with whatever else it says, such as `current`. */
export interface Problem {
  title: string
  status: number
  detail: string
  errors?: { pointer: string; message: string }[]
  [more: string]: unknown
}

/** A submission in the outbox, as it is kept. */
export interface OutboxEntry {
  submission: Submission
  /** Milliseconds since 1970. */
  queuedAt: number
  /** Why the server refused it; null while it waits. */
  problem: Problem | null
}

/** What the server said to a submission, kept for those that refer to it. */
export interface KeptAnswer {
  status: number
  answer: unknown
}

export function isReference(value: unknown): value is Reference {
  return typeof value === 'object' && value !== null && '$ref' in value && typeof value.$ref === 'string'
}

/** The keys of the submissions that must be acknowledged before this one can be sent. */
export function keysNeededBy({ path, body, ifMatch, after }: Submission): Set<string> {
  const keys = new Set(after === undefined ? [] : [after])
  const collect = (value: unknown): void => {
    if (isReference(value)) keys.add(value.$ref)
    else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) collect(part)
  }
  collect([path, body, ifMatch])
  return keys
}
