import type { CitationBook } from '@/domain/citation/citation-book'
import type { Run } from '@/domain/citation/cited-source'
import type { ScopeSelector } from '@/domain/crisis/crisis'
import { keyFiguresOf, type LedgerView } from '@/domain/ledger/ledger-view'
import { withinSentence } from '@/domain/wording/within-sentence'
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
  return keyFiguresOf(view).flatMap((keyFigure): Run[][] => {
    const line = lineOf({ wording, view, book }, keyFigure.label, keyFigure.scope)
    // Where nobody counted the whole lately, to say the same of each part adds nothing.
    if (line?.isGap) return [line.runs]
    const parts = keyFigure.parts.map(({ label, scope }) =>
      lineOf({ wording, view, book }, `${keyFigure.label}${wording.words.comma}${withinSentence(label)}`, scope),
    )
    return [line, ...parts].flatMap((one) => (one ? [one.runs] : []))
  })
}

/** How many figures carry no date: to be told only of a slice that holds the whole ledger. */
export function composeUndated({ wording, view }: { wording: Wording; view: LedgerView }): Run[][] {
  const undated = view.slice.figures.filter(({ asOf, state }) => asOf === null && state === 'approved').length
  return undated > 0 ? [[{ text: wording.words.notKnown.undated(undated) }]] : []
}

function lineOf(
  { wording, view, book }: { wording: Wording; view: LedgerView; book: CitationBook },
  label: string,
  selector: ScopeSelector,
): { runs: Run[]; isGap: boolean } | null {
  const { notKnown } = wording.words
  const headline = view.headlineOf(view.scopeOf(selector))
  const standing = headline.positions.filter(({ earlier }) => !earlier)
  const citing = (text: string) => [{ text, cite: standing.flatMap((position) => citePosition(book, view, position)) }]
  if (standing.length === 0) return { runs: [{ text: notKnown.noFigure(label) }], isGap: true }
  if (headline.findings.length > 0) return { runs: citing(notKnown.unresolved(label)), isGap: false }
  if (headline.stale && headline.asOf)
    return { runs: citing(notKnown.noCountSince(label, asOfText(wording, headline.asOf))), isGap: true }
  const { quantity } = headline
  const isOpen = quantity !== null && quantity.high === null && quantity.qualifier !== 'unquantified'
  return isOpen ? { runs: citing(notKnown.open(label, quantityText(wording, quantity))), isGap: false } : null
}
