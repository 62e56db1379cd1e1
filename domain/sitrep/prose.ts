import { valueText } from '@/domain/changes/find-changes'
import type { CitationBook } from '@/domain/citation/citation-book'
import type { Run } from '@/domain/citation/cited-source'
import type { LedgerView } from '@/domain/ledger/ledger-view'
import { standBehind } from '@/domain/reconciliation/behind-headline'
import { citeFigure, citeNote, citePosition } from '@/domain/wording/word-headline'
import { quantityText, type Wording } from '@/domain/wording/wording'

/** Prose of an editor: plain text and references, which carry their number and its citation. */
export type ProseRun = string | { figure: string } | { headline: string } | { note: string }

/**
 * Reads `{{figure:key}}`, `{{headline:key}}` and `{{note:key}}` in a text. `idOf` turns a key into an id and throws where there is
 * none.
 */
export function parseProse(text: string, idOf: (kind: 'figure' | 'note', key: string) => string): ProseRun[] {
  return text.split(/(\{\{[a-z]+:[a-z0-9-]+\}\})/).flatMap((piece): ProseRun[] => {
    const [, kind, key = ''] = /^\{\{([a-z]+):([a-z0-9-]+)\}\}$/.exec(piece) ?? []
    if (kind === 'figure') return [{ figure: idOf('figure', key) }]
    if (kind === 'note') return [{ note: idOf('note', key) }]
    if (kind === 'headline') return [{ headline: key }]
    if (kind) throw new RangeError(`"${piece}" is not a reference: use figure, headline or note.`)
    return piece === '' ? [] : [piece]
  })
}

/** Digits that are no date, time or year: a count typed by hand carries no citation. */
const dates =
  /\b\d{1,2}([–-]\d{1,2})? (January|February|March|April|May|June|July|August|September|October|November|December)\b|\b\d{1,2}:\d{2}\b|\b(19|20)\d{2}\b/g

/**
 * Prose with its references filled in. Throws a RangeError that names the trouble: a typed number, a reference to what is not approved, not
 * known or not for this audience at the viewpoint.
 */
export function composeProse(
  { wording, view, book }: { wording: Wording; view: LedgerView; book: CitationBook },
  prose: ProseRun[],
): Run[] {
  return prose.map((run): Run => {
    if (typeof run === 'string') {
      const typed = /\d+/.exec(run.replace(dates, ''))
      if (typed)
        throw new RangeError(
          `The number "${typed[0]}" in "${run.trim()}" has no citation: insert it as a reference to a figure.`,
        )
      return { text: run }
    }
    if ('figure' in run) {
      const figure = view.figures.get(run.figure)
      if (!figure)
        throw new RangeError(
          `The prose refers to figure ${run.figure}, which is not approved, not known or not public at this viewpoint.`,
        )
      return { text: quantityText(wording, figure.quantity), cite: citeFigure(book, figure) }
    }
    if ('note' in run) {
      const note = view.slice.notes.find(({ id }) => id === run.note)
      if (!note)
        throw new RangeError(
          `The prose refers to note ${run.note}, which is not approved, not known or not public at this viewpoint.`,
        )
      return { text: note.text, cite: citeNote(book, note) }
    }
    const keyFigure = view.slice.crisis.keyFigures.find(({ key }) => key === run.headline)
    if (!keyFigure)
      throw new RangeError(`The prose refers to the headline "${run.headline}", which this crisis does not have.`)
    const headline = view.headlineOf(view.scopeOf(keyFigure.scope))
    const cite = standBehind(headline).behind.flatMap((position) => citePosition(book, view, position))
    return { text: valueText(wording, headline), cite }
  })
}
