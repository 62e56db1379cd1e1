import { loadEditionsOfFigures, loadErrata } from '@/db/repositories/read-editions'
import { matchesFilter } from '@/db/repositories/read-figure-selection'
import { loadClosedVersions, loadEnders } from '@/db/repositories/read-ledger'
import type { Correction, Erratum, LedgerCorrection } from '@/domain/correction/correction'
import type { Crisis } from '@/domain/crisis/crisis'
import { type FigureFilter, isUnfiltered } from '@/domain/viewpoint/figure-filter'
import type { Viewpoint } from '@/domain/viewpoint/viewpoint'
import { asServiceErrors } from '@/services/as-service-errors'
import type { Context } from '@/services/context'

/**
 * Every correction and withdrawal of a figure the reader could see, known by the viewpoint, newest first, with the editions in
 * which the old number had been published by then.
 */
export async function listCorrections({
  ctx,
  crisis,
  viewpoint,
  filter,
}: {
  ctx: Context
  crisis: Crisis
  viewpoint: Viewpoint
  filter: FigureFilter
}): Promise<Correction[]> {
  const reading = { crisis, viewpoint }
  return await asServiceErrors(async () => {
    const closed = await loadClosedVersions(ctx.db, reading, await matchesFilter(ctx.db, reading, filter))
    const ids = closed.map(({ was }) => was.id)
    const [editions, enders] = await Promise.all([
      loadEditionsOfFigures(ctx.db, ids, viewpoint.knownAt),
      loadEnders(ctx.db, ids, viewpoint.knownAt),
    ])
    return closed.map(({ was, now, reason, at }) => {
      const key = `${was.id}:${was.version}`
      return {
        kind: 'figure' as const,
        figure: was.id,
        was,
        now,
        reason,
        at,
        ...(enders.get(key) ?? { approvedBy: null, withdrawnBy: null, confirmedBy: null }),
        editions: editions.get(key) ?? [],
      }
    })
  })
}

/** The errata of every edition published by the viewpoint's `knownAt`, newest first. */
export async function listErrata({
  ctx,
  crisis,
  viewpoint,
}: {
  ctx: Context
  crisis: Crisis
  viewpoint: Viewpoint
}): Promise<Erratum[]> {
  const errata = await asServiceErrors(() => loadErrata(ctx.db, crisis.id, viewpoint.knownAt))
  return errata.map((erratum) => ({ kind: 'erratum', mends: erratum.edition - 1, ...erratum }))
}

/**
 * The corrections ledger, newest first: corrections and withdrawals of figures, and the errata of editions. An erratum is of a whole edition:
 * a filter, which asks for figures, leaves errata out.
 */
export async function readCorrectionsLedger(asked: Parameters<typeof listCorrections>[0]): Promise<LedgerCorrection[]> {
  const [corrections, errata] = await Promise.all([
    listCorrections(asked),
    isUnfiltered(asked.filter) ? listErrata(asked) : [],
  ])
  return [...corrections, ...errata].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}
