import { type ChartFormat, isMidnight, makeChartFormat } from '@/domain/chart/chart-format'
import type { Run } from '@/domain/citation/cited-source'
import type { Crisis } from '@/domain/crisis/crisis'
import type { TileValue } from '@/domain/dashboard/tile'
import type { PlaceRef } from '@/domain/figure/figure'
import type { Scope } from '@/domain/figure/scope'
import type { Indicator } from '@/domain/indicator/indicator'
import type { Population } from '@/domain/population/population'
import type { Quantity } from '@/domain/quantity/quantity'
import type { AsOf, Instant } from '@/domain/time/instant'
import { closingDayOf, dayOf } from '@/domain/time/local-time'
import type { Locale } from '@/domain/viewpoint/viewpoint'
import { catalogueOf } from '@/domain/wording/catalogue'
import type { Catalogue } from '@/domain/wording/catalogue-en'
import type { PlaceLists } from '@/domain/wording/place-lists'

/** Everything needed to put a crisis's numbers into words of one language and its own time zone. */
export interface Wording {
  words: Catalogue
  language: Locale
  format: ChartFormat
  crisis: Crisis
  indicators: ReadonlyMap<string, Indicator>
}

/** Makes the words of a locale for a crisis. `lookedAt`: the moment that is looked at, whose year goes without saying. */
export function makeWording(
  locale: Locale,
  crisis: Crisis,
  indicators: readonly Indicator[],
  lookedAt: Instant | null = null,
): Wording {
  return {
    words: catalogueOf(locale),
    language: locale,
    format: makeChartFormat(locale, crisis.timeZone, lookedAt),
    crisis,
    indicators: new Map(indicators.map((indicator) => [indicator.key, indicator])),
  }
}

/** A quantity as a tile sets it: qualifier small before the number. */
export function wordQuantity({ words, format }: Wording, quantity: Quantity): TileValue {
  const { before, after } = words.qualifiers[quantity.qualifier]
  if (quantity.qualifier === 'unquantified') return { before, number: words.quote(quantity.words), after }
  if (quantity.qualifier === 'between')
    return { before, number: `${format.number(quantity.low ?? 0)}–${format.number(quantity.high ?? 0)}`, after }
  return { before, number: format.number(quantity.low ?? quantity.high ?? 0), after }
}

/** The same on one line: "at least 200". */
export function quantityText(wording: Wording, quantity: Quantity): string {
  const { before, number, after } = wordQuantity(wording, quantity)
  return [before, number, after].filter(Boolean).join(' ')
}

/** The people or things of a scope: "civilians killed in Nagorno-Karabakh". With a quantity: "at least 2 civilians killed in ...". */
export function subjectOf(wording: Wording, scope: Scope, quantity: Quantity | null = null): string {
  return placedSubject(wording, scope, quantity, null)
}

/**
 * The subject with the events it is about: "people killed in Stepanakert (the fuel depot explosion of 25 September 2023)". People on the
 * move are told apart by their places; casualties by what befell them.
 */
export function fullSubjectOf(wording: Wording, scope: Scope, quantity: Quantity | null = null): string {
  const { words, indicators } = wording
  const isPlain = scope.events.length === 0 || indicators.get(scope.indicator)?.group === 'displacement'
  const titles = scope.events.map(({ title }) => title.replace(/^The /, 'the '))
  return placedSubject(wording, scope, quantity, isPlain ? null : words.list(titles))
}

function placedSubject(wording: Wording, scope: Scope, quantity: Quantity | null, events: string | null): string {
  const { words, indicators, language } = wording
  const labels = indicators.get(scope.indicator)?.labels
  const counted = words.counted(
    {
      population: scope.population,
      unit: scope.unit,
      indicator: scope.indicator,
      label: labels?.[language] ?? labels?.en ?? scope.indicator,
      group: groupLabel(wording, scope.population),
    },
    quantity && { text: quantityText(wording, quantity), quantity },
  )
  return words.placed(counted, placesOf(words, scope), events, scope.indicator)
}

/** What the crisis calls a population's group; null where it belongs to none. */
export function groupLabel({ crisis }: Wording, { group }: Population): string | null {
  return crisis.groups.find(({ slug }) => slug === group)?.label ?? null
}

function placesOf(words: Catalogue, scope: Scope): PlaceLists {
  const named = (role: PlaceRef['role']) => {
    const names = scope.places.filter((place) => place.role === role).map(({ name }) => name)
    return names.length > 0 ? words.list(names) : null
  }
  return { at: named('at'), from: named('from'), to: named('to') }
}

/** "22:30 on 19 September" as reports write it: "19 Sep, 22:30", a day alone where only the day is known. */
export function asOfText({ format }: Wording, asOf: AsOf): string {
  return format.asOf(asOf)
}

/** A viewpoint's instant: "30 September 2023, end of day" at a midnight, else with its time. */
export function momentText({ words, format, crisis }: Wording, instant: Instant): string {
  const closing = closingDayOf(instant, crisis.timeZone)
  if (dayOf(instant, crisis.timeZone) !== closing) return words.endOfDay(format.fullDay(closing))
  return `${format.fullDay(closing)}${words.comma}${format.clock(instant)}`
}

/** The same within a tile: "29 Sep" at a midnight, else "29 Sep, 21:30". */
export function shortMomentText({ format, crisis }: Wording, instant: Instant): string {
  const isDay = isMidnight(instant, crisis.timeZone)
  return isDay ? format.asOf({ start: instant, end: instant, precision: 'day' }) : format.instant(instant)
}

/** Marks a run that people wrote in a language of their own, where it is not the report's. */
export function inLanguage(wording: Wording, language: Locale): Pick<Run, 'language'> {
  return language === wording.language ? {} : { language }
}

/** The text of runs without their marks. */
export function plainText(runs: Run[]): string {
  return runs.map(({ text }) => text).join('')
}
