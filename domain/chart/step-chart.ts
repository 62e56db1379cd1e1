import { type Cite, marksBySource } from '@/domain/chart/chart-citations'
import { colourSeries } from '@/domain/chart/chart-colours'
import { type ChartFormat, isMidnight } from '@/domain/chart/chart-format'
import { chartMarkers } from '@/domain/chart/chart-markers'
import type { ChartModel, ChartPoint, ChartSeries } from '@/domain/chart/chart-model'
import { findingOf } from '@/domain/chart/chart-title'
import { positionsAt, rangeBand } from '@/domain/chart/range-band'
import {
  type ClaimantStatements,
  type DatedFigure,
  figuresOfScope,
  scopeOfSelector,
  statementsOf,
} from '@/domain/chart/statement-points'
import { markValue, pointsOf } from '@/domain/chart/step-series'
import { stepTable } from '@/domain/chart/step-table'
import { thinStatements } from '@/domain/chart/thin-statements'
import { timeAxis } from '@/domain/chart/time-axis'
import { valueAxis } from '@/domain/chart/value-axis'
import type { CrisisChart, ScopeSelector } from '@/domain/crisis/crisis'
import { scopeKey, scopeOf } from '@/domain/figure/scope'
import type { LedgerSlice } from '@/domain/ledger/ledger-slice'
import type { Position } from '@/domain/reconciliation/headline'
import type { Instant } from '@/domain/time/instant'
import { closingDayOf, endOfDay } from '@/domain/time/local-time'
import { makeWording, subjectOf as wordSubject } from '@/domain/wording/wording'

export interface ChartRequest {
  slice: LedgerSlice
  spec: CrisisChart
  cite: Cite
  format: ChartFormat
}

interface LineData {
  label: string
  selector: ScopeSelector
  figures: DatedFigure[]
  claimants: ClaimantStatements[]
  positions: Position[]
}

interface SeriesDraft {
  label: string
  claimant: string
  line: LineData
  points: ChartPoint[]
}

/**
 * Running totals or stocks of a crisis's chart as steps, one series per claimant and line, at the slice's viewpoint. Throws a RangeError
 * where the chart would set a stock and a running total, or two units, on one axis: those never share one.
 */
export function buildStepChart({ slice, spec, cite, format }: ChartRequest): ChartModel {
  refuseMixedAxis(spec)
  const lines = spec.lines.map(({ label, scope }): LineData => {
    const figures = figuresOfScope(slice, scope)
    return {
      label,
      selector: scope,
      figures,
      claimants: statementsOf(slice, scope, figures),
      positions: positionsAt(slice, scope, slice.viewpoint.asOf, figures),
    }
  })
  const drafts = lines
    .flatMap((line) => draftsOf(line, lines, slice, format, cite))
    .filter(({ points }) => points.length > 0)
  const all = drafts.flatMap(({ points }) => points)
  const x = xAxis(all, slice.viewpoint.asOf, format)
  const colours = colourSeries(
    drafts.map(({ claimant }) => claimant),
    slice.crisis.claimantOrder,
  )
  const series = drafts.map((draft, index) => toSeries(draft, colours[index] ?? 6, x.to, slice, format))
  const first = lines[0]
  const band = spec.band && first && all.length > 0 ? rangeBand(slice, first.selector, x.to, first.figures) : []
  const highest = Math.max(
    0,
    ...all.map(({ value, high }) => high ?? value),
    ...band.map(({ low, high }) => high ?? low),
  )
  const earlier = new Set(
    lines.flatMap(({ positions }) => positions.filter((one) => one.earlier).map((one) => one.figure)),
  )
  return {
    key: spec.key,
    kind: 'steps',
    direction: format.direction,
    language: format.locale,
    title: titleOf(lines, slice, format),
    subtitle: spec.subtitle,
    x,
    y: valueAxis(highest, format),
    series,
    bars: [],
    band,
    markers: all.length > 0 ? chartMarkers(slice, spec, x, format) : [],
    footnote: format.words.footnote(
      momentText(slice.viewpoint.asOf, format),
      momentText(slice.viewpoint.knownAt, format),
    ),
    claimants: claimantMarks(drafts, slice),
    alt: altOf(spec.subtitle, series, x, format),
    table: stepTable(lines, earlier, format, cite),
    legend: legendOf(all, band.length > 0, format),
    empty: all.length > 0 ? null : format.words.noFigure,
  }
}

function refuseMixedAxis({ key, lines }: CrisisChart): void {
  const kinds = new Set(
    lines.map(({ scope }) => `${scope.basis === 'stock' ? 'stock' : 'running-total'} of ${scope.unit}`),
  )
  const hasFlow = lines.some(({ scope }) => scope.basis === 'period')
  if (kinds.size > 1 || hasFlow) {
    const found = hasFlow ? 'a flow, which has bars and no line' : [...kinds].join(' and a ')
    throw new RangeError(`Chart "${key}" would draw ${found} on one axis.`)
  }
}

function draftsOf(
  line: LineData,
  lines: LineData[],
  slice: LedgerSlice,
  format: ChartFormat,
  cite: Cite,
): SeriesDraft[] {
  const everyone = new Set(lines.flatMap(({ claimants }) => claimants.map(({ claimant }) => claimant.id)))
  const indicator = slice.indicators.find(({ key }) => key === line.selector.indicator)
  const holdHours = line.selector.basis === 'stock' ? (indicator?.staleHours ?? null) : null
  return line.claimants.map((own) => ({
    label: labelOf(line.label, own.claimant.name, lines.length > 1, everyone.size > 1, format),
    claimant: own.claimant.id,
    line,
    points: pointsOf(thinStatements(own.statements), { positions: line.positions, holdHours, format, cite }),
  }))
}

function labelOf(
  line: string,
  claimant: string,
  severalLines: boolean,
  severalClaimants: boolean,
  format: ChartFormat,
): string {
  if (!severalLines) return claimant
  return severalClaimants ? format.words.lineWithClaimant(line, claimant) : line
}

function toSeries(
  draft: SeriesDraft,
  colour: ChartSeries['colour'],
  until: Instant,
  slice: LedgerSlice,
  format: ChartFormat,
): ChartSeries {
  const last = draft.points.at(-1) as ChartPoint
  const indicator = slice.indicators.find(({ key }) => key === draft.line.selector.indicator)
  const isStock = draft.line.selector.basis === 'stock'
  const staleAt = isStock && indicator ? hoursLater(last.at, indicator.staleHours) : until
  // A value that newer statements left behind is not shown as still standing.
  const limit = last.earlier ? leftBehindAt(last, draft.line, indicator?.windowHours) : staleAt
  const lastValues = draft.points.filter(({ at }) => at === last.at && last.differing).map(({ valueText }) => valueText)
  const lastText = lastValues.length > 1 ? format.list(lastValues) : last.valueText
  return {
    key: `${scopeKey(scopeOfSelector(draft.line.selector))}|${draft.claimant}`,
    label: draft.label,
    lastText: last.earlier ? `${lastText}${format.punctuation.comma}${format.words.earlier}` : lastText,
    colour,
    points: draft.points,
    heldUntil: limit < until ? limit : until,
  }
}

/** When a running total became "earlier": at the first statement newer by more than the window that is not below it. */
function leftBehindAt({ at, value }: ChartPoint, { claimants }: LineData, windowHours = 0): Instant {
  const outside = hoursLater(at, windowHours)
  const newer = claimants
    .flatMap(({ statements }) => statements)
    .filter((one) => one.at > outside && one.values.some(([figure]) => figure && markValue(figure.quantity) >= value))
  return newer.map((one) => one.at).sort()[0] ?? outside
}

const hoursLater = (at: Instant, hours = 0) => new Date(Date.parse(at) + hours * 3_600_000).toISOString()

/** From the first statement to the end of the last one's day, and never past the viewpoint. */
function xAxis(points: readonly ChartPoint[], asOf: Instant, format: ChartFormat): ChartModel['x'] {
  const instants = points.map(({ at }) => at).sort()
  const lastDay = endOfDay(closingDayOf(instants.at(-1) ?? asOf, format.timeZone), format.timeZone)
  const last = lastDay < asOf ? lastDay : asOf
  // A statement as of the end of a day belongs to that day, so the axis begins before it.
  const first = new Date(Date.parse(instants[0] ?? asOf) - 1).toISOString()
  return timeAxis(first, last, format)
}

/** The finding by the claimant who stated most; where others stand beside it, with its name: it is then not the only answer. */
function titleOf(lines: readonly LineData[], slice: LedgerSlice, format: ChartFormat): string {
  const line = lines.find(({ claimants }) => claimants.length > 0)
  if (!line) return format.words.noFigure
  const leading = leadingOf(line.claimants)
  const finding = findingOf(subjectOf(line.selector, line.claimants, slice, format), leading?.statements ?? [], format)
  const standing = new Set(line.positions.filter(({ earlier }) => !earlier).map(({ claimant }) => claimant.id))
  return leading && standing.size > 1 ? format.words.accordingTo(leading.claimant.name, finding) : finding
}

/** The claimant who stated most numbers; of equals the one whose last statement is the newest, then the crisis's order. */
export function leadingOf(claimants: readonly ClaimantStatements[]): ClaimantStatements | undefined {
  return [...claimants].sort(
    (a, b) =>
      b.statements.length - a.statements.length ||
      ((a.statements.at(-1)?.at ?? '') < (b.statements.at(-1)?.at ?? '') ? 1 : -1),
  )[0]
}

/** What the title speaks of: the label of the key figure with this scope, or who was counted, in words; nouns for movements. */
export function subjectOf(
  selector: ScopeSelector,
  claimants: readonly ClaimantStatements[],
  slice: LedgerSlice,
  format: ChartFormat,
): string {
  const key = scopeKey(scopeOfSelector(selector))
  const figure = claimants[0]?.statements[0]?.values[0]?.[0]
  const scope = figure ? scopeOf(figure) : scopeOfSelector(selector)
  const destination = scope.places.find(({ role }) => role === 'to')?.name || null
  const keyFigure = slice.crisis.keyFigures.find((one) => scopeKey(scopeOfSelector(one.scope)) === key)
  const wording = makeWording(format.locale, slice.crisis, slice.indicators, slice.viewpoint.asOf)
  const label = keyFigure?.label ?? wording.words.sentenceCase(wordSubject(wording, scope))
  return format.words.subject(selector.indicator, label, destination)
}

function claimantMarks(drafts: readonly SeriesDraft[], slice: LedgerSlice): ChartModel['claimants'] {
  const names = new Map(slice.figures.map(({ claimant }) => [claimant.id, claimant.name]))
  const ids = [...new Set(drafts.map(({ claimant }) => claimant))]
  return ids.map((id) => ({
    label: names.get(id) ?? id,
    cite: marksBySource(
      drafts.filter(({ claimant }) => claimant === id).flatMap(({ points }) => points.flatMap(({ cite }) => cite)),
    ),
  }))
}

/** "30 Sep 2023" for the end of that day, else with the time of day. */
export function momentText(instant: Instant, format: ChartFormat): string {
  const day = format.fullDay(closingDayOf(instant, format.timeZone))
  return isMidnight(instant, format.timeZone) ? day : `${day}${format.punctuation.comma}${format.clock(instant)}`
}

function altOf(subtitle: string, series: readonly ChartSeries[], x: ChartModel['x'], format: ChartFormat): string {
  const { alt, noFigure } = format.words
  if (series.length === 0) return `${subtitle}${format.punctuation.stop} ${noFigure}${format.punctuation.stop}`
  const statements = series.reduce((sum, { points }) => sum + points.length, 0)
  const shown = series.slice(0, 3).map(({ label, points, lastText }) => {
    const first = points[0] as ChartPoint
    const last = points.at(-1) as ChartPoint
    return points.length > 1
      ? alt.series(label, first.valueText, first.atText, lastText, last.atText)
      : alt.single(label, lastText, last.atText)
  })
  const span = [momentText(x.from, format), momentText(x.to, format)] as const
  return [alt.steps(subtitle, series.length, statements, ...span), ...shown].join(' ')
}

function legendOf(points: readonly ChartPoint[], hasBand: boolean, { words: { legend } }: ChartFormat): string[] {
  const hours = ({ from, at }: ChartPoint) => (Date.parse(at) - Date.parse(from)) / 3_600_000
  const found: [boolean, string][] = [
    [points.some(({ open }) => open !== null), legend.open],
    [points.some(({ contested }) => contested), legend.contested],
    [points.some(({ differing }) => differing), legend.differing],
    [points.some(({ earlier }) => earlier), legend.earlier],
    [points.some((point) => hours(point) > 1), legend.whisker],
    [hasBand, legend.band],
  ]
  return found.filter(([occurs]) => occurs).map(([, text]) => text)
}
