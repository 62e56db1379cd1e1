import type { DraftRecord } from '@/components/drafts/draft-record'
import type { OutboxEntry, Problem, Submission } from '@/components/drafts/submission'
import type { Kept } from '@/components/drafts/vault'

/** What holds up the waiting entries, as far as it is known. */
export type WaitsFor = 'nothing' | 'link' | 'sign-in'

/** A submission as the person sees it: it waits, or the server refused it and a person must decide. */
export interface OutboxItem {
  key: string
  label: string
  /** Milliseconds since 1970. */
  queuedAt: number
  problem: Problem | null
  form: Submission['form'] | undefined
}

/** A form that was begun and not sent: what it is, and where it can be gone on with. */
export interface DraftItem {
  id: string
  label: string
  href: string | null
  /** Milliseconds since 1970. */
  updatedAt: number
}

/** Something kept here that this session's key does not open: its key was changed since. Only discarding it is left. */
export interface UnreadableItem {
  kind: 'draft' | 'outbox'
  id: string
  updatedAt: number
}

export interface OutboxView {
  /** Whether what is kept here has been read yet. */
  isOpen: boolean
  waiting: number
  /** Of the waiting, how many are under way at this moment: one or none. */
  sending: number
  needsAttention: number
  waitsFor: WaitsFor
  items: OutboxItem[]
  drafts: DraftItem[]
  unreadable: UnreadableItem[]
}

export const closedOutbox: OutboxView = {
  isOpen: false,
  waiting: 0,
  sending: 0,
  needsAttention: 0,
  waitsFor: 'nothing',
  items: [],
  drafts: [],
  unreadable: [],
}

/** The entry in a record of the outbox; null where it cannot be opened. */
export function entryIn(kept: Kept): OutboxEntry | null {
  return kept.isReadable ? (kept.value as OutboxEntry) : null
}

/** Arranges what is kept, for people. */
export function viewOf(
  outbox: readonly Kept[],
  drafts: readonly Kept[],
  now: Pick<OutboxView, 'sending' | 'waitsFor'>,
): OutboxView {
  const items = outbox.flatMap((kept): OutboxItem[] => {
    const entry = entryIn(kept)
    if (!entry) return []
    const { label, form } = entry.submission
    return [{ key: kept.id, label, queuedAt: entry.queuedAt, problem: entry.problem, form }]
  })
  const needsAttention = items.filter(({ problem }) => problem !== null).length
  return {
    isOpen: true,
    waiting: items.length - needsAttention,
    needsAttention,
    items,
    drafts: drafts.flatMap(toDraftItem),
    unreadable: [...drafts, ...outbox].flatMap(({ isReadable, kind, id, updatedAt }) =>
      isReadable || (kind !== 'draft' && kind !== 'outbox') ? [] : [{ kind, id, updatedAt }],
    ),
    ...now,
  }
}

function toDraftItem(kept: Kept): DraftItem[] {
  if (!kept.isReadable) return []
  const { label = '', href = null } = kept.value as DraftRecord<unknown>
  return [{ id: kept.id, label, href, updatedAt: kept.updatedAt }]
}
