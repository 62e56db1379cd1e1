import type { ChartModel } from '@/domain/chart/chart-model'
import type { CitedSource } from '@/domain/citation/cited-source'
import { type ChartExtension, chartExtensions, makeChartFile } from '@/formats/chart/chart-files'

/** "arrived.svg" as the chart's key and the kind of file; null for any other name. */
export function readChartFileName(file: string): { key: string; extension: ChartExtension } | null {
  const dot = file.lastIndexOf('.')
  const extension = chartExtensions.find((one) => one === file.slice(dot + 1))
  return dot > 0 && extension ? { key: file.slice(0, dot), extension } : null
}

/** A chart as a file. `address`: where the page with the chart is. The parameters `theme` (light, dark, print) and `width` (px) are read from `request`. */
export function chartResponse(
  request: Request,
  {
    model,
    extension,
    sources,
    address,
  }: { model: ChartModel; extension: ChartExtension; sources: CitedSource[]; address: string },
): Response {
  const params = new URL(request.url).searchParams
  const theme = (['dark', 'print'] as const).find((one) => one === params.get('theme')) ?? 'light'
  const width = Number(params.get('width') ?? 720)
  const file = makeChartFile({
    model,
    extension,
    theme,
    width: Number.isFinite(width) ? width : 720,
    address,
    sources,
  })
  const disposition = extension === 'csv' ? 'attachment' : 'inline'
  return new Response(new Uint8Array(file.body), {
    headers: {
      'content-type': file.contentType,
      'content-disposition': `${disposition}; filename="${file.fileName}"`,
      'cache-control': 'public, max-age=0, must-revalidate',
      // A picture may stand on another's page.
      'cross-origin-resource-policy': 'cross-origin',
    },
  })
}

/** 404 for a chart that is not there, with what there is. */
export function noSuchChart(file: string, models: ChartModel[]): Response {
  const names = models.map(({ key }) => `${key}.svg`).join(', ')
  const known = names ? `There are: ${names}, each also as .png and .csv.` : 'No figure in view can be drawn.'
  return new Response(`There is no chart "${file.slice(0, 80)}". ${known}\n`, {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })
}
