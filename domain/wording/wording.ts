import { type ChartFormat, isMidnight, makeChartFormat } from '@/domain/chart/chart-format'
import type { Run } from '@/domain/citation/cited-source'
import type { Crisis } from '@/domain/crisis/crisis'
import type { TileValue } from '@/domain/dashboard/tile'
import type { Scope } from '@/domain/figure/scope'
import type { Indicator } from '@/domain/indicator/indicator'
import type { Quantity } from '@/domain/quantity/quantity'
import type { AsOf, Instant } from '@/domain/time/instant'
import { closingDayOf, dayOf } from '@/domain/time/local-time'
import type { Locale } from '@/domain/viewpoint/viewpoint'
import { type Catalogue, catalogueOf } from '@/domain/wording/catalogue'

/** Everything needed to put a crisis's numbers into words of one language and its own time zone. */
export interface Wording {
  words: Catalogue
  /** The language the words are really in. */
  language: Locale
  format: ChartFormat
  crisis: Crisis
  indicators: ReadonlyMap<string, Indicator>
}

/** Makes the words of a locale for a crisis. */
export function makeWording(locale: Locale, crisis: Crisis, indicators: readonly Indicator[]): Wording {
  const { words, language } = catalogueOf(locale)
  return {
    words,
    language,
    format: makeChartFormat(language, crisis.timeZone),
    crisis,
    indicators: new Map(indicators.map((indicator) => [indicator.key, indicator])),
  }
}

/** A quantity as a tile sets it: qualifier small before the number. */
export function wordQuantity({ words, format }: Wording, quantity: Quantity): TileValue {
  const { before, after } = words.qualifiers[quantity.qualifier]
  if (quantity.qualifier === 'unquantified') return { before, number: `“${quantity.words}”`, after }
  if (quantity.qualifier === 'between')
    return { before, number: `${format.number(quantity.low ?? 0)}–${format.number(quantity.high ?? 0)}`, after }
  return { before, number: format.number(quantity.low ?? quantity.high ?? 0), after }
}

/** The same on one line: "at least 200". */
export function quantityText(wording: Wording, quantity: Quantity): string {
  const { before, number, after } = wordQuantity(wording, quantity)
  return [before, number, after].filter(Boolean).join(' ')
}

/** The people or things of a scope: "civilians killed in Nagorno-Karabakh". `exactOne` chooses the singular. */
export function subjectOf({ words, crisis, indicators }: Wording, scope: Scope, isOne = false): string {
  const count = isOne ? 'one' : 'other'
  const group = crisis.groups.find(({ slug }) => slug === scope.population.group)?.label ?? null
  const noun = words.people(scope.population, scope.unit, count, group)
  const counted = words.counted(
    scope.indicator,
    indicators.get(scope.indicator)?.labels.en ?? scope.indicator,
    noun,
    count,
  )
  return [counted, ...placesOf(words, scope)].join(' ')
}

/**
 * The subject with the events it is about: "people killed in Stepanakert (the fuel depot explosion of 25 September 2023)". People on the
 * move are told apart by their places; casualties by what befell them.
 */
export function fullSubjectOf(wording: Wording, scope: Scope, isOne = false): string {
  const subject = subjectOf(wording, scope, isOne)
  if (scope.events.length === 0 || wording.indicators.get(scope.indicator)?.group === 'displacement') return subject
  const titles = scope.events.map(({ title }) => title.replace(/^The /, 'the '))
  return `${subject} (${wording.words.list(titles)})`
}

/** A label of the crisis within a sentence: its first letter small, unless it begins with a name or an abbreviation. */
export function withinSentence(label: string): string {
  return /^\p{Lu}\p{Ll}+(?!\p{Lu})/u.test(label) && !/^\p{Lu}\p{Ll}+ \p{Lu}/u.test(label)
    ? label.charAt(0).toLowerCase() + label.slice(1)
    : label
}

function placesOf(words: Catalogue, scope: Scope): string[] {
  // "arrived in Armenia from Nagorno-Karabakh", but "evacuated from Goris to Yerevan".
  const roles = scope.indicator === 'arrived' ? (['to', 'at', 'from'] as const) : (['from', 'at', 'to'] as const)
  return roles.flatMap((role) => {
    const names = scope.places.filter((place) => place.role === role).map(({ name }) => name)
    if (names.length === 0) return []
    const list = words.list(names)
    return [role === 'to' && scope.indicator === 'arrived' ? words.arrivedPlace(list) : words.place[role](list)]
  })
}

/** "22:30 on 19 September" as reports write it: "19 Sep, 22:30", a day alone where only the day is known. */
export function asOfText({ format }: Wording, asOf: AsOf): string {
  return format.asOf(asOf)
}

/** A viewpoint's instant: "30 September 2023, end of day" at a midnight, else with its time. */
export function momentText({ words, format, crisis }: Wording, instant: Instant): string {
  const closing = closingDayOf(instant, crisis.timeZone)
  if (dayOf(instant, crisis.timeZone) !== closing) return words.endOfDay(format.fullDay(closing))
  return `${format.fullDay(closing)}, ${format.instant(instant).split(', ')[1] ?? ''}`
}

/** The same within a tile: "29 Sep" at a midnight, else "29 Sep, 21:30". */
export function shortMomentText({ format, crisis }: Wording, instant: Instant): string {
  const isDay = isMidnight(instant, crisis.timeZone)
  return isDay ? format.asOf({ start: instant, end: instant, precision: 'day' }) : format.instant(instant)
}

/** The text of runs without their marks. */
export function plainText(runs: Run[]): string {
  return runs.map(({ text }) => text).join('')
}
