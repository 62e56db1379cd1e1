import { createHash } from 'node:crypto'
import { z } from 'zod'
import { isNamedBy } from '@/app/_server/etag'
import type { FieldProblem } from '@/app/_server/problem'
import { checkQuery, readQueryValues } from '@/app/_server/read-request'
import { editionQuery, filterQuery, wholeNumber } from '@/app/api/v1/_contract/query'
import type { ChartModel, DrawnChart } from '@/domain/chart/chart-model'
import type { CitedSource } from '@/domain/citation/cited-source'
import { type ChartExtension, type ChartFile, chartExtensions, makeChartFile } from '@/formats/chart/chart-files'

const drawing = z.object({
  theme: z.enum(['light', 'dark', 'print']).optional(),
  /** Of the picture, px. */
  width: wholeNumber(320, 2000).optional(),
})

/** What the address of a dashboard's chart, and of an edition's, may ask. */
export const chartQuery = filterQuery.extend(drawing.shape)
export const editionChartQuery = editionQuery.extend(drawing.shape)

/** Every field of a chart's address that is impossible, or that the address does not know. @throws ServiceError `invalid` for bytes that are no text */
export function problemsOfChart(request: Request, query: z.ZodObject): FieldProblem[] {
  return checkQuery(readQueryValues(request), query).problems
}

/** A file of a chart, or "json": what the live drawing in a page is made from. */
type ChartAnswer = ChartExtension | 'json'

/** "arrived.svg" as the chart's key and the kind of answer; null for any other name. */
export function readChartFileName(file: string): { key: string; extension: ChartAnswer } | null {
  const dot = file.lastIndexOf('.')
  const extension = ([...chartExtensions, 'json'] as const).find((one) => one === file.slice(dot + 1))
  return dot > 0 && extension ? { key: file.slice(0, dot), extension } : null
}

/**
 * A chart as a file, or as the model of its live drawing. `address`: where the page with the chart is. The parameters `theme` (light, dark,
 * print) and `width` (px) are read from `request`, whose query was checked. 304 where the asker holds the same bytes. `isPublic`: nobody signed in asks, so it
 * may be kept.
 */
export function chartResponse(
  request: Request,
  {
    model,
    extension,
    sources,
    address,
    isPublic,
  }: { model: ChartModel; extension: ChartAnswer; sources: CitedSource[]; address: string; isPublic: boolean },
): Response {
  const { body, contentType, fileName } =
    extension === 'json' ? drawnModel(model) : chartFile(request, { model, extension, sources, address })
  const tag = createHash('sha256').update(body).digest('base64url').slice(0, 27)
  const headers = {
    etag: `"${tag}"`,
    'cache-control': isPublic ? 'public, max-age=0, must-revalidate' : 'private, no-store',
    vary: 'Cookie',
    // A picture may stand on another's page.
    'cross-origin-resource-policy': 'cross-origin',
  }
  if (isNamedBy(tag, request.headers.get('if-none-match'))) return new Response(null, { status: 304, headers })
  const disposition = extension === 'csv' ? 'attachment' : 'inline'
  return new Response(new Uint8Array(body), {
    headers: {
      ...headers,
      'content-type': contentType,
      'content-disposition': `${disposition}; filename="${fileName}"`,
    },
  })
}

function drawnModel({ table: _table, ...drawn }: ChartModel): ChartFile {
  const body = new TextEncoder().encode(JSON.stringify(drawn satisfies DrawnChart))
  return { body, contentType: 'application/json; charset=utf-8', fileName: `${drawn.key}.json` }
}

function chartFile(
  request: Request,
  {
    model,
    extension,
    sources,
    address,
  }: { model: ChartModel; extension: ChartExtension; sources: CitedSource[]; address: string },
): ChartFile {
  const params = new URL(request.url).searchParams
  const theme = (['dark', 'print'] as const).find((one) => one === params.get('theme')) ?? 'light'
  const width = Number(params.get('width') ?? 720)
  return makeChartFile({ model, extension, theme, width, address, sources })
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
