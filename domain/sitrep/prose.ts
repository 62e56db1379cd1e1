import { valueText } from '@/domain/changes/find-changes'
import type { CitationBook } from '@/domain/citation/citation-book'
import type { Run } from '@/domain/citation/cited-source'
import type { LedgerView } from '@/domain/ledger/ledger-view'
import { standBehind } from '@/domain/reconciliation/behind-headline'
import type { Block } from '@/domain/sitrep/sitrep'
import type { PlacedProse, ProseDocument, ProseRun, Reference } from '@/domain/sitrep/written'
import type { Locale } from '@/domain/viewpoint/viewpoint'
import type { LintValues } from '@/domain/wording/lint-words'
import { writtenIn } from '@/domain/wording/localize'
import { citeFigure, citeNote, citePosition, wordHeadline } from '@/domain/wording/word-headline'
import { inLanguage, makeWording, quantityText, type Wording } from '@/domain/wording/wording'

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

/**
 * Digits that are no count: dates as the language writes them, times, years. What is left of digits in a text is a count that was typed by
 * hand and carries no citation.
 */
function datesIn(language: Locale): RegExp {
  const known = datePatterns.get(language)
  if (known) return known
  const monthOf = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' })
  const months = Array.from({ length: 12 }, (_, month) =>
    monthOf.formatToParts(Date.UTC(2023, month, 15)).find(({ type }) => type === 'month'),
  ).map((part) => part?.value ?? '')
  const day = String.raw`\p{Nd}{1,2}(?:[–-]\p{Nd}{1,2})?`
  const named = `(?:${months.filter(Boolean).join('|')})`
  const year = String.raw`(?<!\p{Nd})(?:19|20|١٩|٢٠)\p{Nd}{2}(?!\p{Nd})`
  const time = String.raw`(?<!\p{Nd})\p{Nd}{1,2}:\p{Nd}{2}(?!\p{Nd})`
  const pattern = new RegExp(`${day}\\s+${named}|${named}\\s+${day}|${time}|${year}`, 'giu')
  datePatterns.set(language, pattern)
  return pattern
}
const datePatterns = new Map<Locale, RegExp>()

type TroubleCode = 'number-without-citation' | 'reference-not-shown' | 'no-such-headline'
/** Why a reference has no value. */
type Unshown = { [Code in TroubleCode]: { trouble: Code; values: LintValues[Code] } }[TroubleCode]

/** What keeps a piece of prose from being published. `at`: a JSON pointer into what was written. */
export type ProseTrouble = Unshown & { at: string }

/** What prose is composed against; troubles are added to `troubles`. */
export interface ProseGround {
  wording: Wording
  view: LedgerView
  book: CitationBook
  troubles: ProseTrouble[]
  /** The language people wrote it in; another than the report's is marked. */
  proseLanguage: Locale
}

/** Prose in the report's language, where the crisis has a phrase for all that was written of it; else null. */
function translate({ wording, view, proseLanguage }: ProseGround, content: ProseRun[]): ProseRun[] | null {
  if (wording.language === proseLanguage) return null
  const phrases = view.slice.crisis.phrases[wording.language] ?? {}
  const said = content.map((run) => (typeof run === 'string' ? phrases[run.trim()] : run))
  if (said.some((run) => run === undefined)) return null
  return content.map((run, index) => {
    const phrase = said[index] ?? run
    return typeof run === 'string' && typeof phrase === 'string' ? run.replace(run.trim(), () => phrase) : phrase
  })
}

/**
 * Prose with its references filled in, in the language it was written in unless the crisis has phrases for it in the report's. A typed number, or a reference to what is not approved, not known or not for this audience at the
 * viewpoint, is a trouble; such a reference is set as an ellipsis in brackets.
 */
export function composeProse(ground: ProseGround, { at, content }: PlacedProse): Run[] {
  const translated = translate(ground, content)
  if (translated)
    return composeProse({ ...ground, proseLanguage: ground.wording.language }, { at, content: translated })
  const { crisis, indicators, viewpoint } = ground.view.slice
  // A number within a sentence is said in the sentence's language.
  const wording = makeWording(ground.proseLanguage, crisis, indicators, viewpoint.asOf)
  const language = inLanguage(ground.wording, ground.proseLanguage)
  return content.flatMap((run): Run[] => {
    if (typeof run === 'string') {
      const typed = /\p{Nd}+/u.exec(run.replace(datesIn(ground.proseLanguage), ''))
      if (typed) {
        const values = { number: typed[0], text: run.trim() }
        ground.troubles.push({ trouble: 'number-without-citation', values, at })
      }
      return [{ text: run, ...language }]
    }
    const value = composeReference({ ...ground, wording }, run)
    if ('trouble' in value) {
      ground.troubles.push({ ...value, at })
      return [{ text: '[…]', ...language }]
    }
    return value.map((one) => ({ ...language, ...one }))
  })
}

/** A reference with its value and citation at the viewpoint, or why it has none. */
export function composeReference(
  { wording, view, book }: Omit<ProseGround, 'troubles' | 'proseLanguage'>,
  run: Reference,
): Run[] | Unshown {
  if ('figure' in run) {
    const figure = view.figures.get(run.figure)
    if (!figure) return notShown('figure', run.figure)
    return [{ text: quantityText(wording, figure.quantity), cite: citeFigure(book, figure) }]
  }
  if ('note' in run) {
    const note = view.slice.notes.find(({ id }) => id === run.note)
    return note
      ? [{ text: note.text, cite: citeNote(book, note), ...inLanguage(wording, writtenIn(wording.crisis)) }]
      : notShown('note', run.note)
  }
  const wanted = 'headline' in run ? run.headline : run.sentence
  const keyFigure = view.slice.crisis.keyFigures.find(({ key }) => key === wanted)
  if (!keyFigure) return { trouble: 'no-such-headline', values: { key: wanted } }
  const headline = view.headlineOf(view.scopeOf(keyFigure.scope))
  if ('sentence' in run) return wordHeadline(wording, view, book, headline)
  const cite = standBehind(headline).behind.flatMap((position) => citePosition(book, view, position))
  return [{ text: valueText(wording, headline), cite }]
}

const notShown = (kind: 'figure' | 'note', id: string): Unshown => ({
  trouble: 'reference-not-shown',
  values: { kind, id },
})

/** A document as blocks of a report: its paragraphs, and bullets that follow one another as one list. */
export function composeDocument(ground: ProseGround, at: string, document: ProseDocument): Block[] {
  const blocks: Block[] = []
  for (const [index, { kind, content }] of document.entries()) {
    if (content.length === 0) continue
    const runs = composeProse(ground, { at: `${at}/${index}`, content })
    const last = blocks.at(-1)
    if (kind === 'paragraph') blocks.push({ kind: 'paragraph', content: runs })
    else if (last?.kind === 'list') last.items.push(runs)
    else blocks.push({ kind: 'list', items: [runs] })
  }
  return blocks
}
