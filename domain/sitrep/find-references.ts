import { z } from 'zod'
import { valueText } from '@/domain/changes/find-changes'
import { openCitationBook } from '@/domain/citation/citation-book'
import { scopeOf } from '@/domain/figure/scope'
import { keyFiguresOf, type LedgerView } from '@/domain/ledger/ledger-view'
import { standBehind } from '@/domain/reconciliation/behind-headline'
import { type Reference, referenceSchema } from '@/domain/sitrep/written'
import { wordHeadline } from '@/domain/wording/word-headline'
import { asOfText, fullSubjectOf, plainText, quantityText, type Wording } from '@/domain/wording/wording'

/** Something prose can refer to, as a list offers it. `text`: what the reference would read; `detail`: who says so, as of when. */
export const foundReferenceSchema = z.object({
  reference: referenceSchema,
  text: z.string(),
  label: z.string(),
  detail: z.string(),
})
export type FoundReference = z.infer<typeof foundReferenceSchema>

/** All that prose can refer to at a viewpoint, each with the words it is found by. */
export type ReferenceIndex = readonly { found: FoundReference; words: string }[]

/** Letters that are no letter with a mark, beside what people type for them. */
const apart: Record<string, string> = { ı: 'i', ə: 'e', ł: 'l', ø: 'o', đ: 'd', ŧ: 't', ħ: 'h' }

/** A text as it is compared: small letters, without accents and other marks, as lists of the entry desk compare them. */
const fold = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ıəłøđŧħ]/gu, (letter) => apart[letter] ?? letter)

/**
 * Everything the prose of a viewpoint can refer to: the key figures (number, or whole sentence), each approved figure, each note; newest first.
 * `namesOf`: all names of a source or place in every script, by its id.
 */
export function indexReferences(
  { view, wording }: { view: LedgerView; wording: Wording },
  namesOf: ReadonlyMap<string, readonly string[]>,
): ReferenceIndex {
  const names = (ids: readonly string[]) => ids.flatMap((id) => namesOf.get(id) ?? [])
  const index = (reference: Reference, told: Omit<FoundReference, 'reference'>, more: readonly (string | null)[]) => ({
    found: { reference, ...told },
    words: fold([told.label, told.text, told.detail, ...more].filter(Boolean).join(' ')),
  })
  const headlines = keyFiguresOf(view).flatMap(({ key, label, scope }) => {
    const headline = view.headlineOf(view.scopeOf(scope))
    const { behind } = standBehind(headline)
    if (behind.length === 0) return []
    const more = [fullSubjectOf(wording, headline.scope), ...names(idsOf(headline.scope, behind[0]?.claimant.id))]
    const detail = [
      wording.words.list([...new Set(behind.map(({ claimant }) => claimant.name))]),
      headline.asOf && asOfText(wording, headline.asOf),
    ]
      .filter(Boolean)
      .join(' · ')
    const sentence = plainText(wordHeadline(wording, view, openCitationBook(wording, view.slice.hashes), headline))
    return [
      index({ headline: key }, { text: valueText(wording, headline), label, detail }, more),
      index({ sentence: key }, { text: sentence, label, detail }, more),
    ]
  })
  const figures = view.slice.figures
    .filter(({ state }) => state === 'approved')
    .sort((a, b) => newestFirst(a.asOf?.end, b.asOf?.end))
    .map((figure) => {
      const scope = scopeOf(figure)
      const indicator = wording.indicators.get(figure.indicator)
      return index(
        { figure: figure.id },
        {
          text: quantityText(wording, figure.quantity),
          label: wording.words.sentenceCase(fullSubjectOf(wording, scope)),
          detail: [figure.claimant.name, figure.asOf && asOfText(wording, figure.asOf)].filter(Boolean).join(' · '),
        },
        [
          ...figure.citations.map(({ quote }) => quote),
          ...names(idsOf(scope, figure.claimant.id)),
          ...Object.values(indicator?.labels ?? {}),
          figure.statement.speaker,
          numberOf(figure.quantity.low),
          numberOf(figure.quantity.high),
        ],
      )
    })
  const notes = [...view.slice.notes]
    .sort((a, b) => newestFirst(a.asOf?.end, b.asOf?.end))
    .map((note) =>
      index(
        { note: note.id },
        {
          text: note.text,
          label: '',
          detail: [note.speaker ?? note.saidBy.name, note.asOf && asOfText(wording, note.asOf)]
            .filter(Boolean)
            .join(' · '),
        },
        [...note.citations.map(({ quote }) => quote), ...names([note.saidBy.id, ...note.places.map(({ id }) => id)])],
      ),
    )
  return [...headlines, ...figures, ...notes]
}

/**
 * What holds all words typed, each anywhere, whatever its case, accents and script: first what reads a number that was typed, then what is called by
 * the words, then what holds them elsewhere.
 */
export function findReferences(index: ReferenceIndex, typed: string, limit: number): FoundReference[] {
  const words = fold(typed).split(/\s+/u).filter(Boolean).slice(0, 12)
  const isNumber = /^\p{Nd}[\p{Nd}.,]*$/u.test(words.join(''))
  // Endings are what languages and writers differ in: a long word is also found by its beginning.
  const isHeld = (text: string, word: string) =>
    text.includes(word) ||
    (word.length >= leastStem + 2 && text.includes(word.slice(0, Math.max(leastStem, word.length - 3))))
  const held = index.filter((one) => words.every((word) => isHeld(one.words, word)))
  const rank = (one: ReferenceIndex[number]) => {
    const { found } = one
    if (isNumber && readsNumber(found, words)) return 0
    const name = fold(`${found.label} ${found.detail}`)
    if (words.every((word) => name.includes(word))) return 1
    if (words.every((word) => isHeld(name, word))) return 2
    return words.every((word) => one.words.includes(word)) ? 3 : 4
  }
  return held
    .map((one, place) => ({ one, place, rank: rank(one) }))
    .sort((a, b) => a.rank - b.rank || a.place - b.place)
    .slice(0, limit)
    .map(({ one }) => one.found)
}

const leastStem = 5

const readsNumber = ({ text }: FoundReference, words: readonly string[]) =>
  text.replace(/[^\p{Nd}]/gu, '') === words.join('').replace(/[^\p{Nd}]/gu, '')

const numberOf = (value: number | null) => (value === null ? null : String(value))
const newestFirst = (a = '', b = '') => (a < b ? 1 : a > b ? -1 : 0)

function idsOf(
  { places, events }: { places: readonly { id: string }[]; events: readonly { id: string }[] },
  claimant: string | undefined,
): string[] {
  return [...(claimant ? [claimant] : []), ...places.map(({ id }) => id), ...events.map(({ id }) => id)]
}
