import type { Transaction } from '@/db/client'
import { parentsFirst } from '@/db/repositories/parents-first'
import { writeRows } from '@/db/repositories/write-rows'
import { events } from '@/db/schema/events'
import type { Span } from '@/domain/time/local-time'

export interface NewEvent {
  id: string
  key: string | null
  title: string
  place: string | null
  /** The spans in which it began and ended, as precise as anybody told. */
  from: Span
  to: Span | null
  parent: string | null
}

/** Inserts events of a crisis. */
export async function writeEvents(tx: Transaction, rows: readonly NewEvent[], crisisId: string): Promise<void> {
  await writeRows(
    tx,
    events,
    parentsFirst(rows).map(({ id, key, title, place, from, to, parent }) => ({
      id,
      crisisId,
      key,
      title,
      placeId: place,
      startedAt: from.start,
      startedPrecision: from.precision,
      endedAt: to?.end ?? null,
      endedPrecision: to?.precision ?? null,
      parentId: parent,
    })),
  )
}
