import type { CitationBook } from '@/domain/citation/citation-book'
import type { Run } from '@/domain/citation/cited-source'
import type { LedgerView } from '@/domain/ledger/ledger-view'
import { citePosition } from '@/domain/wording/word-headline'
import { asOfText, quantityText, type Wording } from '@/domain/wording/wording'

/** What nobody has said, or not lately, or not in a way that can be used: about the key figures and their parts. */
export function composeNotKnown({
  wording,
  view,
  book,
}: {
  wording: Wording
  view: LedgerView
  book: CitationBook
}): Run[][] {
  const { words } = wording
  const entries = view.slice.crisis.keyFigures.flatMap((keyFigure) => [
    { label: keyFigure.label, scope: keyFigure.scope },
    ...keyFigure.parts.map(({ label, scope }) => ({ label: `${keyFigure.label}, ${label}`, scope })),
  ])
  const lines = entries.flatMap(({ label, scope }): Run[][] => {
    const headline = view.headlineOf(view.scopeOf(scope))
    const standing = headline.positions.filter(({ earlier }) => !earlier)
    const cite = standing.flatMap((position) => citePosition(book, view, position))
    if (standing.length === 0) return [[{ text: words.notKnown.noFigure(label) }]]
    if (headline.findings.length > 0) return [[{ text: words.notKnown.unresolved(label), cite }]]
    if (headline.stale && headline.asOf)
      return [[{ text: words.notKnown.noCountSince(label, asOfText(wording, headline.asOf)), cite }]]
    if (headline.quantity && headline.quantity.high === null && headline.quantity.qualifier !== 'unquantified') {
      return [[{ text: words.notKnown.open(label, quantityText(wording, headline.quantity)), cite }]]
    }
    return []
  })
  const undated = view.slice.figures.filter(({ asOf, state }) => asOf === null && state === 'approved').length
  return undated > 0 ? [...lines, [{ text: words.notKnown.undated(undated) }]] : lines
}
