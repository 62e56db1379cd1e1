import type { z } from 'zod'
import type { Transaction } from '@/db/client'
import { readNamed } from '@/db/repositories/read-for-writing'
import type { CrisisForWriting } from '@/db/repositories/write-crisis'
import type { NewDisputeVersion } from '@/db/repositories/write-disputes'
import type { disputeEntrySchema } from '@/domain/figure/figure-entry'
import { endByPublication } from '@/domain/time/publication'
import type { EntryIdentity } from '@/services/entry/build-figures'
import { citeDocuments } from '@/services/entry/cite-documents'
import { type FieldError, ServiceError } from '@/services/errors'

/**
 * A dispute as the ledger keeps it: who disputes looked up, quotes found.
 * @throws ServiceError `invalid` that names every field
 */
export async function buildDispute(
  tx: Transaction,
  crisis: CrisisForWriting,
  entry: Omit<z.infer<typeof disputeEntrySchema>, 'crisis'>,
  { id: disputeId, version, reason }: Omit<EntryIdentity, 'reason'> & { reason: string | null },
): Promise<NewDisputeVersion> {
  const errors: FieldError[] = []
  const [citations = []] = await citeDocuments(tx, crisis.id, [{ pointer: '', citations: entry.citations }], errors)
  const named = await readNamed(tx, crisis, { sources: [entry.by], places: [], events: [] })
  const source = named.sources.get(entry.by)
  if (!source) errors.push({ pointer: '/by', message: 'There is no such source.' })
  if (errors.length > 0 || !source) throw new ServiceError('invalid', 'Some fields cannot be used.', errors)
  const { id, name, kind, party, reliability } = source
  const dispute: NewDisputeVersion['dispute'] = {
    ...entry,
    id: disputeId,
    version,
    by: { id, name, kind, party, reliability },
    statedAt: endByPublication(
      entry.statedAt,
      citations.map(({ document }) => document.publishedAt),
    ),
    citations,
    state: 'submitted',
    reason,
    knownFrom: null,
    knownTo: null,
  }
  return { dispute, key: null }
}
