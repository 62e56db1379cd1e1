import type { Transaction } from '@/db/client'
import type { AuditNews } from '@/db/repositories/write-audit'
import type { AssignedIds } from '@/domain/dataset/assign-ids'
import type { EntryBuilder } from '@/domain/dataset/build-entries'
import type { Dataset } from '@/domain/dataset/dataset'
import type { Instant } from '@/domain/time/instant'
import type { Actor } from '@/domain/workflow/actor'

/** Everything a step of loading works with. */
export interface Loading {
  tx: Transaction
  dataset: Dataset
  ids: AssignedIds
  entries: EntryBuilder
  now: Instant
  author: Actor
  approver: Actor
  /** Tells the audit log of a use case. The rows are appended last, since every other writer waits for the head. */
  tell: (by: Actor, news: Pick<AuditNews, 'action' | 'subject' | 'details' | 'rows'>) => void
}
