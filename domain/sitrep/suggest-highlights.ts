import { findChanges } from '@/domain/changes/find-changes'
import type { KeyFigure } from '@/domain/crisis/crisis'
import { scopeKey } from '@/domain/figure/scope'
import { keyFiguresOf, type LedgerView } from '@/domain/ledger/ledger-view'
import type { ReconciledHeadline } from '@/domain/reconciliation/reconcile'

/** More than so many are no highlights any more (section 9 of the domain). */
export const mostHighlights = 5

/**
 * The key figures somebody counted, to be told in a sentence each: those that changed since the last edition first, then the fresh ones, last
 * those that grew old. At most one fewer than may stand, so that there is room for one of the editor's own.
 */
export function suggestHighlights({
  view,
  previous,
}: {
  view: LedgerView
  previous: LedgerView | null
}): { keyFigure: KeyFigure; headline: ReconciledHeadline }[] {
  const changed = new Set(previous ? findChanges(view, previous).map(({ scope }) => scopeKey(scope)) : [])
  const rank = (headline: ReconciledHeadline) => (headline.stale ? 2 : changed.has(scopeKey(headline.scope)) ? 0 : 1)
  return keyFiguresOf(view)
    .map((keyFigure) => ({ keyFigure, headline: view.headlineOf(view.scopeOf(keyFigure.scope)) }))
    .filter(({ headline }) => headline.positions.length > 0)
    .map((one, index) => ({ ...one, index }))
    .sort((a, b) => rank(a.headline) - rank(b.headline) || a.index - b.index)
    .slice(0, mostHighlights - 1)
}
