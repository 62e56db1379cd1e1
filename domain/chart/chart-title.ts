import type { ChartFormat } from '@/domain/chart/chart-format'
import type { StatementPoint } from '@/domain/chart/statement-points'
import type { Quantity } from '@/domain/quantity/quantity'
import type { Day, Instant } from '@/domain/time/instant'
import { closingDayOf, hoursBetween } from '@/domain/time/local-time'

interface Stated {
  quantity: Quantity
  at: Instant
  precise: boolean
}

/**
 * What a line shows, as a neutral sentence without adjectives or a full stop: a round number passed, a rise or fall with both ends, or
 * the one value stated. `statements`: those of the claimant who stated most, in order. Only those that counted what the last one counted
 * are compared: a number of another coverage is no earlier end of a rise.
 */
export function findingOf(subject: string, statements: readonly StatementPoint[], format: ChartFormat): string {
  const { words } = format
  const comparable = sinceCoverageChanged(statements)
  const last = comparable.at(-1)
  if (!last) return words.noFigure
  if (last.values.length > 1) {
    const values = last.values.flatMap(([figure]) => (figure ? [format.quantity(figure.quantity)] : []))
    return words.relaysDiffer(subject, format.list(values))
  }
  const stated = comparable.flatMap(toStated)
  const first = stated[0]
  const end = stated.at(-1)
  if (!first || !end)
    return words.stated(
      subject,
      last.values[0]?.[0] ? format.quantity(last.values[0][0].quantity) : words.noFigure,
      dayText(last.at, format),
    )
  const lastText = format.quantity(end.quantity)
  if (numberOf(first.quantity) === numberOf(end.quantity))
    return words.stated(subject, lastText, end.precise ? format.instant(end.at) : dayText(end.at, format))
  const crossing = findCrossing(stated)
  if (crossing) return words.passed(subject, format.number(crossing.threshold), dayText(crossing.at, format))
  const firstText = format.quantity(first.quantity)
  const when = spanText(first, end, format)
  const fell = numberOf(end.quantity) < numberOf(first.quantity)
  return (fell ? words.fell : words.rose)(subject, firstText, lastText, when)
}

/** The statements from the last change of coverage on: what is left out or included, in the claimant's own words. */
function sinceCoverageChanged(statements: readonly StatementPoint[]): readonly StatementPoint[] {
  const coverageOf = ({ values }: StatementPoint) => values.flat().find(({ coverage }) => coverage)?.coverage ?? null
  const last = statements.at(-1)
  const changed = statements.findLastIndex((one) => last !== undefined && coverageOf(one) !== coverageOf(last))
  return statements.slice(changed + 1)
}

function toStated({ values, at }: StatementPoint): Stated[] {
  const figure = values.length === 1 ? values[0]?.[0] : undefined
  if (!figure || figure.quantity.qualifier === 'unquantified') return []
  return [
    { quantity: figure.quantity, at, precise: figure.asOf.precision === 'minute' || figure.asOf.precision === 'hour' },
  ]
}

const numberOf = ({ low, high }: Quantity) => low ?? high ?? 0

/** A round number of 1,000 or more that the last value lies little above (within a quarter), and the statement that first lay above it. */
function findCrossing(stated: readonly Stated[]): { threshold: number; at: Instant } | null {
  const last = numberOf((stated.at(-1) as Stated).quantity)
  const magnitude = 10 ** Math.floor(Math.log10(Math.max(last, 1)))
  const threshold = [5, 2, 1].map((digit) => digit * magnitude).find((round) => round < last) ?? 0
  if (threshold < 1000 || threshold < last * 0.8) return null
  const crossed = stated.find(({ quantity }) => numberOf(quantity) > threshold)
  const startsBelow = numberOf((stated[0] as Stated).quantity) <= threshold
  return crossed && startsBelow ? { threshold, at: crossed.at } : null
}

/** "in 30 hours" where both ends are told by the hour and lie within three days; else the two days. */
function spanText(first: Stated, last: Stated, format: ChartFormat): string {
  const hours = hoursBetween(first.at, last.at)
  if (first.precise && last.precise && hours >= 1 && hours < 72) return format.words.inHours(Math.round(hours))
  const [firstDay, lastDay] = [first.at, last.at].map((at) => closingDayOf(at, format.timeZone)) as [Day, Day]
  const inOneMonth = firstDay.slice(0, 7) === lastDay.slice(0, 7)
  const dayOfMonth = inOneMonth ? format.number(Number(firstDay.slice(8))) : null
  return format.words.fromTo(format.longDay(firstDay), format.longDay(lastDay), dayOfMonth)
}

const dayText = (at: Instant, format: ChartFormat) => format.longDay(closingDayOf(at, format.timeZone))
