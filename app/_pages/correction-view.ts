import type { CorrectionView } from '@/components/review/correction-form'
import type { Dispute, Figure } from '@/domain/figure/figure'
import type { Note } from '@/domain/note/note'
import type { AsOf } from '@/domain/time/instant'
import { dayOf, wallTimeOf } from '@/domain/time/local-time'

const quotesOf = (citations: Figure['citations']) => ({
  citations: citations.map(({ document, quote, language, relation }) => ({
    document: document.id,
    quote,
    language,
    relation,
  })),
  quotes: Object.fromEntries(citations.map(({ quote }, index) => [`quote${index}`, quote])),
})

/** What a correction of a figure starts from; `seen`: the figure in words. */
export function correctionOfFigure(figure: Figure, timeZone: string, seen: string): CorrectionView {
  const { quantity, asOf, coverage } = figure
  const { citations, quotes } = quotesOf(figure.citations)
  const values = {
    words: quantity.words,
    qualifier: quantity.qualifier,
    low: quantity.low === null ? '' : String(quantity.low),
    high: quantity.high === null ? '' : String(quantity.high),
    asOf: asOf ? whenText(asOf, timeZone) : '',
    stated: asOf?.stated ? 'yes' : '',
    coverage: coverage ?? '',
    ...quotes,
  }
  return { noun: 'figure', ...identityOf(figure, timeZone, seen), values, citations }
}

/** The same of a note. */
export function correctionOfNote(note: Note, timeZone: string): CorrectionView {
  const { citations, quotes } = quotesOf(note.citations)
  return { noun: 'note', ...identityOf(note, timeZone, note.text), values: { text: note.text, ...quotes }, citations }
}

/** The same of a dispute. */
export function correctionOfDispute(dispute: Dispute, timeZone: string): CorrectionView {
  const { citations, quotes } = quotesOf(dispute.citations)
  const { words, aspect } = dispute
  return { noun: 'dispute', ...identityOf(dispute, timeZone, words), values: { words, aspect, ...quotes }, citations }
}

const identityOf = ({ id, version, knownFrom }: Figure | Note | Dispute, timeZone: string, seen: string) => ({
  id,
  version,
  timeZone,
  seen: `${version}: ${seen}`,
  isKnown: knownFrom !== null,
})

/** An as-of as people write it, in the crisis's zone. */
function whenText({ start, precision }: AsOf, timeZone: string): string {
  const wall = wallTimeOf(start, timeZone)
  if (precision === 'minute') return wall.slice(0, 16)
  if (precision === 'hour') return wall.slice(0, 13)
  return precision === 'day' ? dayOf(start, timeZone) : dayOf(start, timeZone).slice(0, 7)
}
