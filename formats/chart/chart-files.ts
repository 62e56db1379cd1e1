import type { ChartModel } from '@/domain/chart/chart-model'
import { punctuationOf } from '@/domain/wording/punctuation'
import { chartTableOf } from '@/formats/csv/chart-csv'
import { writeCsv } from '@/formats/csv/write-csv'
import { renderChartPng } from '@/formats/png/chart-png'
import { renderChartCard } from '@/formats/svg/chart-svg'
import type { ChartTheme } from '@/formats/svg/chart-theme'

export const chartExtensions = ['svg', 'png', 'csv'] as const
export type ChartExtension = (typeof chartExtensions)[number]

export interface ChartFileRequest {
  model: ChartModel
  extension: ChartExtension
  /** "screen" has no meaning outside a page. */
  theme?: Exclude<ChartTheme, 'screen'>
  /** px, 320 to 2,000; what lies outside is held at the nearer end. */
  width?: number
  /** Where the chart is found: stands under it, so that a picture passed on still leads back. */
  address: string
  /** Addresses of the sources by mark number, for the table. */
  sources: readonly { n: number; citationText: string }[]
}

export interface ChartFile {
  body: Uint8Array
  contentType: string
  fileName: string
}

/** A chart as a file that stands alone: picture with title, subtitle and sources, or its table with a citation in every row. */
export function makeChartFile({
  model,
  extension,
  theme = 'light',
  width = 720,
  address,
  sources,
}: ChartFileRequest): ChartFile {
  const fileName = `${model.key}.${extension}`
  if (extension === 'csv') {
    const body = new TextEncoder().encode(writeCsv(chartTableOf(model, sources)))
    return { body, contentType: 'text/csv; charset=utf-8', fileName }
  }
  const { comma, stop } = punctuationOf(model.language)
  const svg = renderChartCard(model, {
    theme,
    width: Math.min(Math.max(Math.round(width), 320), 2000),
    idPrefix: `chart-${model.key}`,
    sourceLine: `${model.claimants.map(({ label }) => label).join(comma)}${stop} ${model.footnote} ${address}`,
  })
  if (extension === 'svg')
    return { body: new TextEncoder().encode(svg), contentType: 'image/svg+xml; charset=utf-8', fileName }
  return { body: renderChartPng(svg), contentType: 'image/png', fileName }
}
