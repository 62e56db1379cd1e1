import type { ChartModel, ChartPoint } from '@/domain/chart/chart-model'
import type { Instant } from '@/domain/time/instant'

const day = 86_400_000

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
    derivedText: null,
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
