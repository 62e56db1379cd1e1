import type { ChartWords } from '@/domain/chart/words/chart-words'
import { chartWordsOf } from '@/domain/chart/words/chart-words-of'
import type { Quantity } from '@/domain/quantity/quantity'
import type { AsOf, Day, Instant } from '@/domain/time/instant'
import { closingDayOf, dayOf, wallTimeOf } from '@/domain/time/local-time'
import type { Locale } from '@/domain/viewpoint/viewpoint'
import { intlTagOf } from '@/domain/wording/intl-tag'
import { directionOf } from '@/domain/wording/isolate'
import { type Punctuation, punctuationOf } from '@/domain/wording/punctuation'

export type TickUnit = 'hour' | 'day' | 'month' | 'year'

/**
 * Numbers and times of a chart in words of one locale and one time zone. Made on the server: a browser's Intl differs from the
 * server's, so charts travel with their text.
 */
export interface ChartFormat {
  locale: Locale
  direction: 'ltr' | 'rtl'
  timeZone: string
  words: ChartWords
  punctuation: Punctuation
  number(value: number): string
  /** "+8", "−3": a difference with its sign before it, in whichever direction the language is written. */
  difference(value: number): string
  /** "at least 200", "10-15"; an unquantified one in its published words. */
  quantity(quantity: Quantity): string
  /** Alternatives, one of which may be right: "more than 40 or more than 400". */
  list(texts: readonly string[]): string
  /** "21:30". */
  clock(instant: Instant): string
  /** "20 Sep, 21:30"; "20 Sep 2023, 21:30" where its year does not go without saying. As-ofs and long days likewise. */
  instant(instant: Instant): string
  /** An as-of by its precision: "20 Sep, 21:30", "20 Sep, 16:00–21:00", "20 Sep", "Sep 2023". */
  asOf(asOf: Pick<AsOf, 'end' | 'start' | 'precision'>): string
  /** "30 September". */
  longDay(day: Day): string
  /** "30 Sep 2023". */
  fullDay(day: Day): string
  /** "28 Sep, 22:00 - 29 Sep, 20:00" with a dash that does not break. */
  span(from: string, to: string): string
  /** Hours read "06:00", but a midnight reads as its day. */
  tick(instant: Instant, unit: TickUnit): string
}

/** Formats by locale, zone and year: their parts are dear to make, and what they say of a day never changes. */
const formats = new Map<string, ChartFormat>()

/**
 * A format by `Intl` for a locale and an IANA time zone. `lookedAt`: the moment that is looked at, whose year goes without saying; without one
 * every day is told with its year, so that nobody takes a day of another year for one of this.
 */
export function makeChartFormat(locale: Locale, timeZone: string, lookedAt: Instant | null = null): ChartFormat {
  const year = lookedAt && closingDayOf(lookedAt, timeZone).slice(0, 4)
  const key = `${locale} ${timeZone} ${year}`
  const format = formats.get(key) ?? newChartFormat(locale, timeZone, year)
  formats.set(key, format)
  return format
}

function newChartFormat(locale: Locale, timeZone: string, unsaidYear: string | null): ChartFormat {
  const words = chartWordsOf(locale)
  const punctuation = punctuationOf(locale)
  const tag = intlTagOf(locale)
  const numbers = new Intl.NumberFormat(tag)
  const alternatives = new Intl.ListFormat(tag, { type: 'disjunction' })
  /** Says a part of a wall time, which tells it from all others by the characters `from` to `to`. */
  const part = (options: Intl.DateTimeFormatOptions, from: number, to: number) => {
    const formatter = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC', hourCycle: 'h23' })
    const said = new Map<string, string>()
    return (wall: string) => {
      const told = wall.slice(from, to)
      const known = said.get(told)
      if (known !== undefined) return known
      const text = locale === 'en' ? dayFirst(formatter, wall) : formatter.format(new Date(wall))
      said.set(told, text)
      return text
    }
  }
  const wallOf = (at: Instant) => wallTimeOf(at, timeZone)
  const shortDay = part({ day: 'numeric', month: 'short' }, 5, 10)
  const fullDay = part({ day: 'numeric', month: 'short', year: 'numeric' }, 0, 10)
  const longDay = part({ day: 'numeric', month: 'long' }, 5, 10)
  const fullLongDay = part({ day: 'numeric', month: 'long', year: 'numeric' }, 0, 10)
  const saysYear = (wall: string) => wall.slice(0, 4) !== unsaidYear
  const dayText = (wall: string) => (saysYear(wall) ? fullDay : shortDay)(wall)
  const clock = part({ hour: '2-digit', minute: '2-digit' }, 11, 16)
  const month = part({ month: 'short', year: 'numeric' }, 0, 7)
  const monthOnly = part({ month: 'short' }, 5, 7)
  const year = part({ year: 'numeric' }, 0, 4)
  const noon = (day: Day) => `${day}T12:00:00.000Z`
  const instant = (at: Instant) => {
    const wall = wallOf(at)
    return `${dayText(wall)}${punctuation.comma}${clock(wall)}`
  }
  const quantity = ({ qualifier, low, high, words: published }: Quantity) => {
    if (qualifier === 'unquantified') return published || words.noFigure
    if (qualifier === 'between') return words.between(numbers.format(low ?? 0), numbers.format(high ?? 0))
    return words.qualifiers[qualifier](numbers.format(low ?? high ?? 0))
  }

  /** Chart, table and quotes say the same as-of. */
  const asOfs = new WeakMap<object, string>()
  const sayAsOf: ChartFormat['asOf'] = ({ start, end, precision }) => {
    if (precision === 'month') return month(wallOf(start))
    if (precision === 'day') return dayText(noon(closingDayOf(end, timeZone)))
    if (start === end) return instant(end)
    const isOneDay = dayOf(start, timeZone) === closingDayOf(end, timeZone)
    return isOneDay ? `${instant(start)}–${clock(wallOf(end))}` : `${instant(start)} – ${instant(end)}`
  }

  return {
    locale,
    direction: directionOf(locale),
    timeZone,
    words,
    punctuation,
    number: (value) => numbers.format(value),
    // A sign before digits drifts to their other side in right-to-left text, unless a mark holds it (Unicode UAX 9).
    difference: (value) =>
      `${directionOf(locale) === 'rtl' ? '\u200e' : ''}${value < 0 ? '−' : '+'}${numbers.format(Math.abs(value))}`,
    quantity,
    list: (texts) => alternatives.format(texts),
    clock: (at) => clock(wallOf(at)),
    instant,
    asOf: (asOf) => {
      const known = asOfs.get(asOf)
      if (known !== undefined) return known
      const text = sayAsOf(asOf)
      asOfs.set(asOf, text)
      return text
    },
    longDay: (day) => (saysYear(day) ? fullLongDay : longDay)(noon(day)),
    fullDay: (day) => fullDay(noon(day)),
    span: (from, to) => `${from} – ${to}`,
    tick: (at, unit) => {
      const wall = wallOf(at)
      if (unit === 'year') return year(wall)
      if (unit === 'month') return wall.slice(5, 7) === '01' ? month(wall) : monthOnly(wall)
      if (unit === 'hour') return isMidnight(at, timeZone) ? shortDay(wall) : clock(wall)
      return shortDay(wall)
    },
  }
}

/** English with the day before the month, as humanitarian reports write it: "30 Sep 2023", never "Sept". */
function dayFirst(formatter: Intl.DateTimeFormat, wall: string): string {
  const parts = formatter.formatToParts(new Date(wall))
  const value = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value
  const hour = value('hour')
  if (hour) return `${hour}:${value('minute')}`
  return [value('day'), value('month'), value('year')].filter((part) => part !== undefined).join(' ')
}

/** Whether the instant is a local midnight, where a day begins. */
export function isMidnight(instant: Instant, timeZone: string): boolean {
  return dayOf(instant, timeZone) !== dayOf(new Date(Date.parse(instant) - 1).toISOString(), timeZone)
}
