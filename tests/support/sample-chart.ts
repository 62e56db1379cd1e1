import type { ChartModel, ChartPoint, ChartSeries } from '@/domain/chart/chart-model'
import type { Instant } from '@/domain/time/instant'

const day = 86_400_000
const margin = { top: 14, right: 150, bottom: 26, left: 56 }
const height = 250
const colours = ['#1F4E79', '#A86200', '#00796B', '#7B3F8C', '#A8442A', '#5B6B7B']

/** A step chart drawn with the least there is, for tests that need some chart of a real one's size and marks. */
export function drawSampleChart(model: ChartModel, width: number): string {
  const start = Date.parse(model.x.from)
  const span = Date.parse(model.x.to) - start
  const x = (at: Instant) => margin.left + ((Date.parse(at) - start) / span) * (width - margin.left - margin.right)
  const y = (value: number) => height - margin.bottom - (value / model.y.max) * (height - margin.top - margin.bottom)
  const text = (left: number, top: number, content: string, more = '') =>
    `<text x="${left.toFixed(1)}" y="${top.toFixed(1)}" font-family="Noto Sans" font-size="11" ${more}>${escapeXml(content)}</text>`
  const grid = model.y.ticks.map(
    ({ value, label }) =>
      `<path d="M${margin.left} ${y(value).toFixed(1)}H${width - margin.right}" stroke="#D9DCE1"/>` +
      text(margin.left - 8, y(value) + 4, label, 'fill="#57606A" text-anchor="end"'),
  )
  const axis = model.x.ticks.map(({ at, label }) =>
    text(x(at), height - 8, label, 'fill="#57606A" text-anchor="middle"'),
  )
  const lines = model.series.map((series) => drawSeries(series, x, y, text, width))
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${[...grid, ...axis, ...lines].join('')}</svg>`
}

function drawSeries(
  series: ChartSeries,
  x: (at: Instant) => number,
  y: (value: number) => number,
  text: (left: number, top: number, content: string, more?: string) => string,
  width: number,
): string {
  const colour = colours[series.colour - 1] ?? '#000'
  const [first, ...rest] = series.points
  const last = series.points.at(-1)
  if (!first || !last) return ''
  const path = rest.map((point) => `H${x(point.at).toFixed(1)}V${y(point.value).toFixed(1)}`).join('')
  const dots = series.points.map(
    (point) => `<circle cx="${x(point.at).toFixed(1)}" cy="${y(point.value).toFixed(1)}" r="2.4" fill="${colour}"/>`,
  )
  return [
    `<path d="M${x(first.at).toFixed(1)} ${y(first.value).toFixed(1)}${path}H${x(series.heldUntil).toFixed(1)}" fill="none" stroke="${colour}" stroke-width="1.6"/>`,
    ...dots,
    text(width - margin.right + 8, y(last.value) + 4, series.label, `fill="${colour}" font-weight="600"`),
    text(width - margin.right + 8, y(last.value) + 18, series.lastText, 'fill="#57606A"'),
  ].join('')
}

function escapeXml(content: string): string {
  return content.replace(/&/g, '&amp;').replace(/</g, '&lt;')
}

/** A chart model of running totals: per claimant its values, one a day from `from`. */
export function makeSampleChart(input: {
  key: string
  title: string
  subtitle: string
  from: Instant
  days: string[]
  max: number
  claimants: { label: string; values: number[]; cite: number }[]
}): ChartModel {
  const at = (index: number) => new Date(Date.parse(input.from) + index * day).toISOString()
  const to = at(input.days.length)
  const format = (value: number) => value.toLocaleString('en-GB').replaceAll(',', '\u202f')
  const point = (value: number, index: number, cite: number): ChartPoint => ({
    figure: `${input.key}-${index}`,
    at: at(index),
    from: at(index),
    value,
    high: null,
    open: null,
    contested: false,
    differing: false,
    earlier: false,
    until: null,
    coverage: null,
    valueText: format(value),
    atText: input.days[index] ?? '',
    cite: [{ n: cite, quote: 0 }],
  })
  return {
    key: input.key,
    kind: 'steps',
    direction: 'ltr',
    language: 'en',
    title: input.title,
    subtitle: input.subtitle,
    x: {
      from: input.from,
      to,
      ticks: input.days.map((label, index) => ({ at: at(index), to: null, label, step: index })),
    },
    y: {
      max: input.max,
      ticks: [0, 1, 2, 3, 4].map((step) => ({ value: (input.max * step) / 4, label: format((input.max * step) / 4) })),
    },
    series: input.claimants.map(({ label, values, cite }, index) => ({
      key: label,
      label,
      lastText: format(values.at(-1) ?? 0),
      colour: index === 0 ? 1 : index === 1 ? 2 : 3,
      points: values.map((value, position) => point(value, position, cite)),
      heldUntil: to,
    })),
    bars: [],
    band: [],
    markers: [],
    footnote: 'Values hold until the next statement',
    claimants: input.claimants.map(({ label, cite }) => ({ label, cite: [{ n: cite, quote: 0 }] })),
    alt: `${input.title}. ${input.subtitle}.`,
    table: { columns: [], rows: [], sourceHeading: 'Source' },
    legend: [],
    empty: null,
  }
}
