import type { Figure } from '@/domain/figure/figure'
import { type Scope, scopeOf } from '@/domain/figure/scope'
import type { LedgerView } from '@/domain/ledger/ledger-view'
import type { DraftContent } from '@/domain/sitrep/draft'
import type { ProseTrouble } from '@/domain/sitrep/prose'
import { mostHighlights } from '@/domain/sitrep/suggest-highlights'
import { type PlacedProse, proseOf, type Reference } from '@/domain/sitrep/written'
import type { Instant } from '@/domain/time/instant'
import type { Locale } from '@/domain/viewpoint/viewpoint'
import { type LintCode, type LintValues, wordLint } from '@/domain/wording/lint-words'
import type { Wording } from '@/domain/wording/wording'

export const lintCodes = [
  'number-without-citation',
  'reference-not-shown',
  'no-such-headline',
  'stale',
  'contested-told-as-agreed',
  'sum-across-claimants',
  'loaded-word',
  'too-many-highlights',
  'no-contact',
  'no-next-issue',
  'weekday-disagrees',
  'viewpoint-to-come',
] as const satisfies readonly LintCode[]

/** Something to mend before a sitrep goes out. A grave one stops it. */
export interface Lint {
  code: LintCode
  grave: boolean
  message: string
  /** Where: a JSON pointer into what was written, or into the draft's frame; the screen jumps there. */
  at: string
}

const grave: readonly LintCode[] = [
  'number-without-citation',
  'reference-not-shown',
  'no-such-headline',
  'too-many-highlights',
  'no-contact',
  'viewpoint-to-come',
]

/** A loaded word with what may be said instead. */
export interface LoadedWord {
  word: string
  offer: string
}

/** What a draft is looked at with. `findLoadedWords` finds them in a text of the draft's language. */
export interface LintGround {
  wording: Wording
  view: LedgerView
  content: DraftContent
  troubles: readonly ProseTrouble[]
  now: Instant
  /** In which the lints are told. */
  locale: Locale
  findLoadedWords: (text: string) => LoadedWord[]
}

/** Everything that stops or should stop a draft (section 9 of the domain), in the order of reading, frame first. */
export function lintSitrep(ground: LintGround): Lint[] {
  const { content, troubles } = ground
  const prose = proseOf(content.written)
  return [
    ...lintFrame(ground),
    ...troubles.map(({ trouble, values, at }) => lint(ground, trouble, values, at)),
    ...prose.flatMap((piece) => lintProse(ground, piece)),
  ].sort((a, b) => placeOf(prose, a) - placeOf(prose, b))
}

/** Whether nothing grave is left. */
export const mayBePublished = (lints: readonly Lint[]) => !lints.some((one) => one.grave)

const lint = <Code extends LintCode>(
  { locale }: Pick<LintGround, 'locale'>,
  code: Code,
  values: LintValues[Code],
  at: string,
): Lint => ({ code, grave: grave.includes(code), message: wordLint(locale, code, values), at })

const placeOf = (prose: readonly PlacedProse[], { at }: Lint) => prose.findIndex((piece) => piece.at === at)

function lintFrame(ground: LintGround): Lint[] {
  const { wording, content, now } = ground
  const { highlights } = content.written
  return [
    ...(content.knownAt > now ? [lint(ground, 'viewpoint-to-come', null, '/knownAt')] : []),
    ...(content.leftOut.includes('contact')
      ? [lint(ground, 'no-contact', { isLeftOut: true }, '/leftOut/contact')]
      : []),
    ...(wording.crisis.contact.trim() === '' ? [lint(ground, 'no-contact', { isLeftOut: false }, '/contact')] : []),
    ...(content.nextIssue === null ? [lint(ground, 'no-next-issue', null, '/nextIssue')] : []),
    ...(highlights.length > mostHighlights
      ? [
          lint(
            ground,
            'too-many-highlights',
            { count: highlights.length, most: mostHighlights },
            `/highlights/${mostHighlights}`,
          ),
        ]
      : []),
  ]
}

function lintProse(ground: LintGround, { at, content }: PlacedProse): Lint[] {
  const text = content.filter((run) => typeof run === 'string').join(' … ')
  const references = content.filter((run) => typeof run !== 'string')
  return [
    ...lintReferences(ground, { at, text, references }),
    ...ground.findLoadedWords(text).map(({ word, offer }) => lint(ground, 'loaded-word', { word, offer }, at)),
    ...lintWeekdays(ground.wording, text).map((day) => lint(ground, 'weekday-disagrees', day, at)),
  ]
}

function lintReferences(
  ground: LintGround,
  { at, text, references }: { at: string; text: string; references: Reference[] },
): Lint[] {
  const { wording, view } = ground
  const { lintWords } = wording.words
  const scopes = references.flatMap((reference) => scopeOfReference(view, reference))
  const headlines = scopes.map((scope) => view.headlineOf(scope))
  const saysSo = lintWords.contested.test(text)
  const isDisputed = headlines.some(({ agreement, findings }) => agreement === 'contested' || findings.length > 0)
  const isTold = references.every((reference) => 'sentence' in reference) || saysSo
  const claimants = new Set(references.flatMap((reference) => claimantOf(view, reference)))
  return [
    ...(headlines.some(({ stale }) => stale) ? [lint(ground, 'stale', null, at)] : []),
    ...(isDisputed && !isTold ? [lint(ground, 'contested-told-as-agreed', null, at)] : []),
    ...(claimants.size > 1 && lintWords.sum.test(text) ? [lint(ground, 'sum-across-claimants', null, at)] : []),
  ]
}

function scopeOfReference(view: LedgerView, reference: Reference): Scope[] {
  if ('note' in reference) return []
  if ('figure' in reference) {
    const figure = view.figures.get(reference.figure)
    return figure ? [scopeOf(figure)] : []
  }
  const key = 'headline' in reference ? reference.headline : reference.sentence
  const keyFigure = view.slice.crisis.keyFigures.find((one) => one.key === key)
  return keyFigure ? [view.scopeOf(keyFigure.scope)] : []
}

function claimantOf(view: LedgerView, reference: Reference): string[] {
  const figure: Figure | undefined = 'figure' in reference ? view.figures.get(reference.figure) : undefined
  return figure ? [figure.claimant.id] : []
}

/** A weekday beside a date that fell on another: "Monday 19 September" of a crisis's year. */
function lintWeekdays({ language, crisis, format }: Wording, text: string): LintValues['weekday-disagrees'][] {
  const { weekdays, days } = calendarOf(language, Number(crisis.startDay.slice(0, 4)))
  const found: LintValues['weekday-disagrees'][] = []
  for (const { iso, spelled, weekday } of days) {
    if (!text.includes(spelled) || iso < crisis.startDay) continue
    const beside = weekdays.find((name) =>
      new RegExp(`${name},? ${spelled}(?!\\p{Nd})|(?<!\\p{Nd})${spelled},? ${name}`, 'iu').test(text),
    )
    const isOtherYear = new RegExp(`${spelled},? (?!${iso.slice(0, 4)})\\p{Nd}{4}`, 'u').test(text)
    if (beside && beside !== weekday && !isOtherYear)
      found.push({ day: format.fullDay(iso), was: weekday, written: beside })
    if (beside) break
  }
  return found
}

/** Two years' days as a language spells them, from a year's first: spelled once, for a text is looked at with each key. */
function calendarOf(language: Locale, year: number) {
  const key = `${language} ${year}`
  const known = calendars.get(key)
  if (known) return known
  const dayOfMonth = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' })
  const dayOfWeek = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
  const calendar = {
    weekdays: Array.from({ length: 7 }, (_, day) => dayOfWeek.format(Date.UTC(2023, 0, 1 + day))),
    days: Array.from({ length: 731 }, (_, day) => {
      const at = Date.UTC(year, 0, 1 + day)
      const iso = new Date(at).toISOString().slice(0, 10)
      return { iso, spelled: dayOfMonth.format(at), weekday: dayOfWeek.format(at) }
    }),
  }
  calendars.set(key, calendar)
  return calendar
}
const calendars = new Map<string, { weekdays: string[]; days: { iso: string; spelled: string; weekday: string }[] }>()
