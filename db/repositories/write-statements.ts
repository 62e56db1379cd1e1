import type { Transaction } from '@/db/client'
import { writeRows } from '@/db/repositories/write-rows'
import { statements } from '@/db/schema/statements'
import type { AsOf } from '@/domain/time/instant'

export interface NewStatement {
  id: string
  key: string | null
  claimant: string
  speaker: string | null
  occasion: string | null
  saidAt: AsOf | null
}

/** Inserts statements of a crisis. */
export async function writeStatements(tx: Transaction, rows: readonly NewStatement[], crisisId: string): Promise<void> {
  await writeRows(
    tx,
    statements,
    rows.map(({ id, key, claimant, speaker, occasion, saidAt }) => ({
      id,
      crisisId,
      key,
      claimantId: claimant,
      speaker,
      occasion,
      saidStart: saidAt?.start ?? null,
      saidEnd: saidAt?.end ?? null,
      saidPrecision: saidAt?.precision ?? null,
      saidStated: saidAt?.stated ?? null,
      saidNote: saidAt?.note ?? null,
    })),
  )
}
