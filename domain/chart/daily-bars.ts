import { citeAll, marksBySource } from '@/domain/chart/chart-citations'
import { colourOf } from '@/domain/chart/chart-colours'
import type { ChartFormat } from '@/domain/chart/chart-format'
import type { ChartBar, ChartCell, ChartMarker, ChartModel, ChartTable } from '@/domain/chart/chart-model'
import { type DerivedFlow, deriveDailyFlow, type RunningTotal } from '@/domain/chart/daily-flow'
import {
  type ClaimantStatements,
  type DatedFigure,
  figuresOfScope,
  statementsOf,
} from '@/domain/chart/statement-points'
import { type ChartRequest, leadingOf, momentText, subjectOf } from '@/domain/chart/step-chart'
import { markValue, openEnd } from '@/domain/chart/step-series'
import { timeAxis } from '@/domain/chart/time-axis'
import { valueAxis } from '@/domain/chart/value-axis'
import type { CrisisChart } from '@/domain/crisis/crisis'
import type { Claimant } from '@/domain/figure/figure'
import type { LedgerSlice } from '@/domain/ledger/ledger-slice'
import type { Quantity } from '@/domain/quantity/quantity'
import type { Instant } from '@/domain/time/instant'
import { addDays, closingDayOf, endOfDay, startOfDay } from '@/domain/time/local-time'

interface StatedTotal extends RunningTotal {
  relays: DatedFigure[]
}

/**
 * The daily flow beside a chart's running total: bars derived from the running totals of the claimant who stated most of them, and
 * beside them, as those sources' own, the flows that any source published for the same people. A falling total gives no bar but a
 * marker. The chart's key is the running total's with "-daily".
 */
export function buildDailyBars({ slice, spec, cite, format }: ChartRequest): ChartModel {
  const line = spec.lines[0] as CrisisChart['lines'][number]
  const claimants = line.scope.basis === 'running-total' ? statementsOf(slice, line.scope) : []
  const leading = leadingOf(claimants)
  const { flows, falls } = deriveDailyFlow(leading ? totalsOf(leading) : [], format.timeZone)
  const derived = leading ? flows.map((flow) => derivedBar(flow, leading.claimant, slice, format, cite)) : []
  const published = publishedFlows(slice, line.scope).map((figure) => publishedBar(figure, slice, format, cite))
  const bars = [...derived, ...published].sort((a, b) =>
    a.from < b.from ? -1 : a.from > b.from ? 1 : a.key < b.key ? -1 : 1,
  )
  const markers = falls.map(
    ({ first, last }): ChartMarker => ({
      at: last.end,
      atText: format.instant(last.end),
      label: format.words.totalFell(format.quantity(first.quantity), format.quantity(last.quantity)),
      kind: 'correction',
    }),
  )
  const x = xAxis(bars, markers, slice.viewpoint.asOf, format)
  const { words } = format
  const subject = subjectOf(line.scope, claimants, slice, format)
  const subtitle = leading && derived.length > 0 ? words.flowOf(leading.claimant.name) : words.flowAsPublished
  return {
    key: `${spec.key}-daily`,
    kind: 'bars',
    direction: format.direction,
    language: format.locale,
    title: titleOf(subject, bars, format),
    subtitle,
    x,
    y: valueAxis(Math.max(0, ...bars.map(({ value }) => value)), format),
    series: [],
    bars,
    band: [],
    markers: bars.length > 0 ? markers : [],
    footnote: words.footnote(momentText(slice.viewpoint.asOf, format), momentText(slice.viewpoint.knownAt, format)),
    claimants: claimantMarks(bars),
    alt: altOf(subtitle, bars, x, format),
    table: tableOf(bars, format),
    legend: legendOf(bars, format),
    empty: bars.length > 0 ? null : words.noFigure,
  }
}

/** A claimant's clear statements; where relays of one differ nothing can be subtracted. */
function totalsOf({ statements }: ClaimantStatements): StatedTotal[] {
  return statements.flatMap(({ values, start, at }) => {
    const relays = values.length === 1 ? values[0] : undefined
    const figure = relays?.[0]
    return relays && figure ? [{ start: [start, at].sort()[0] ?? at, end: at, quantity: figure.quantity, relays }] : []
  })
}

function publishedFlows(slice: LedgerSlice, scope: CrisisChart['lines'][number]['scope']): DatedFigure[] {
  return figuresOfScope(slice, { ...scope, basis: 'period' }).filter(
    ({ basis, quantity }) => basis.start !== null && basis.end !== null && quantity.qualifier !== 'unquantified',
  )
}

function derivedBar(
  { first, last, from, to, day, quantity }: DerivedFlow<StatedTotal>,
  claimant: Claimant,
  slice: LedgerSlice,
  format: ChartFormat,
  cite: ChartRequest['cite'],
): ChartBar {
  const ends = [first, last].map(({ relays }) => format.asOf((relays[0] as DatedFigure).asOf))
  return {
    key: `derived:${first.relays[0]?.id}:${last.relays[0]?.id}`,
    claimant: claimant.name,
    from,
    to,
    value: markValue(quantity),
    open: openEnd(quantity),
    exact: quantity.qualifier === 'exact',
    irregular: day === null,
    derived: true,
    colour: colourOf(claimant.id, slice.crisis.claimantOrder),
    valueText: format.quantity(quantity),
    shortText: shortText(quantity, format),
    spanText: format.span(ends[0] ?? '', ends[1] ?? ''),
    keyText: `${claimant.name}${format.punctuation.comma}${day ? format.words.table.derived : format.words.table.derivedIrregular}`,
    cite: citeAll([...last.relays, ...first.relays], cite),
  }
}

/** The number alone where an arrow says that it is open; else all of it. */
function shortText(quantity: Quantity, format: ChartFormat): string {
  return openEnd(quantity) ? format.number(markValue(quantity)) : format.quantity(quantity)
}

function publishedBar(
  figure: DatedFigure,
  slice: LedgerSlice,
  format: ChartFormat,
  cite: ChartRequest['cite'],
): ChartBar {
  const from = figure.basis.start ?? figure.asOf.start
  const to = figure.basis.end ?? figure.asOf.end
  return {
    key: `published:${figure.id}`,
    claimant: figure.claimant.name,
    from,
    to,
    value: markValue(figure.quantity),
    open: openEnd(figure.quantity),
    exact: figure.quantity.qualifier === 'exact',
    irregular: false,
    derived: false,
    colour: colourOf(figure.claimant.id, slice.crisis.claimantOrder),
    valueText: format.quantity(figure.quantity),
    shortText: shortText(figure.quantity, format),
    spanText: format.span(momentText(from, format), momentText(to, format)),
    keyText: `${figure.claimant.name}${format.punctuation.comma}${format.words.table.published}`,
    cite: cite(figure),
  }
}

function xAxis(
  bars: readonly ChartBar[],
  markers: readonly ChartMarker[],
  asOf: Instant,
  format: ChartFormat,
): ChartModel['x'] {
  const first =
    bars.map(({ from }) => from).sort()[0] ??
    startOfDay(addDays(closingDayOf(asOf, format.timeZone), -1), format.timeZone)
  const ends = [...bars.map(({ to }) => to), ...markers.map(({ at }) => at)].sort()
  const last = ends.at(-1) ?? asOf
  return timeAxis(first, endOfDay(closingDayOf(last, format.timeZone), format.timeZone), format)
}

/** The highest of the bars: on its day where it is of a whole one, else in its interval. An upper bound is not the highest of anything. */
function titleOf(subject: string, bars: readonly ChartBar[], { words, longDay, timeZone }: ChartFormat): string {
  const stated = bars.filter(({ open }) => open !== 'down')
  const highest = highestOf(stated.length > 0 ? stated : bars)
  if (!highest) return words.noFigure
  const { valueText, spanText, from, to } = highest
  const day = closingDayOf(to, timeZone)
  const isDay = startOfDay(day, timeZone) === from && endOfDay(day, timeZone) === to
  return isDay
    ? words.highestDay(subject, valueText, longDay(day))
    : words.highestInterval(subject, valueText, spanText)
}

const highestOf = (bars: readonly ChartBar[]) =>
  bars.reduce<ChartBar | null>((highest, bar) => (highest && highest.value >= bar.value ? highest : bar), null)

function claimantMarks(bars: readonly ChartBar[]): ChartModel['claimants'] {
  const names = [...new Set(bars.map(({ claimant }) => claimant))]
  return names.map((label) => ({
    label,
    cite: marksBySource(bars.filter(({ claimant }) => claimant === label).flatMap(({ cite }) => cite)),
  }))
}

function altOf(subtitle: string, bars: readonly ChartBar[], x: ChartModel['x'], format: ChartFormat): string {
  const { alt, noFigure } = format.words
  const highest = highestOf(bars)
  if (!highest) return `${subtitle}${format.punctuation.stop} ${noFigure}${format.punctuation.stop}`
  const overview = alt.bars(subtitle, bars.length, momentText(x.from, format), momentText(x.to, format))
  return `${overview} ${alt.highest(highest.valueText, highest.spanText)}`
}

function tableOf(bars: readonly ChartBar[], { words: { table } }: ChartFormat): ChartTable {
  return {
    columns: [
      { label: table.span, align: 'start' },
      { label: table.claimant, align: 'start' },
      { label: table.value, align: 'end' },
      { label: table.kind, align: 'start' },
    ],
    sourceHeading: table.source,
    rows: bars.map((bar): ChartCell[] => [
      { text: bar.spanText },
      { text: bar.claimant },
      bar.exact ? { text: bar.valueText, value: bar.value } : { text: bar.valueText },
      {
        text: bar.derived ? (bar.irregular ? table.derivedIrregular : table.derived) : table.published,
        cite: bar.cite,
      },
    ]),
  }
}

function legendOf(bars: readonly ChartBar[], { words: { legend } }: ChartFormat): string[] {
  const found: [boolean, string][] = [
    [bars.some(({ irregular }) => irregular), legend.irregular],
    [bars.some(({ derived }) => !derived), legend.published],
    [bars.some(({ open }) => open !== null), legend.open],
  ]
  return found.filter(([occurs]) => occurs).map(([, text]) => text)
}
