import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { Chart } from '@/components/charts/chart'
import { addressWith } from '@/components/forms/query-address'
import type { ChartModel } from '@/domain/chart/chart-model'
import { drawnWidths } from '@/domain/chart/layout/chart-layout'
import type { QueryValues } from '@/domain/viewpoint/parse-viewpoint'
import { renderChartSvg } from '@/formats/svg/chart-svg'

/**
 * Draws charts on a page. `page`: its path, to which a chart's link leads. `files`: the path its files stand under, with the same query as the
 * page, so that a file shows what the page shows.
 */
export async function chartDrawer({
  page,
  files,
  query,
}: {
  page: string
  files: string
  query: QueryValues
}): Promise<(chart: ChartModel) => ReactNode> {
  const origin = await originOfRequest()
  return (chart) => {
    const fileAt = (extension: 'json' | 'svg' | 'png' | 'csv') =>
      addressWith(`${files}/${chart.key}.${extension}`, query, {})
    return (
      <Chart
        key={chart.key}
        model={chart}
        wide={renderChartSvg(chart, { width: drawnWidths.wide, theme: 'screen', idPrefix: `wide-${chart.key}` })}
        narrow={renderChartSvg(chart, { width: drawnWidths.narrow, theme: 'screen', idPrefix: `narrow-${chart.key}` })}
        addresses={{
          json: fileAt('json'),
          svg: fileAt('svg'),
          png: fileAt('png'),
          csv: fileAt('csv'),
          permalink: `${origin}${addressWith(page, query, {})}#chart-${chart.key}`,
          embed: `${origin}${fileAt('svg')}`,
        }}
      />
    )
  }
}

/** Scheme and host the reader asked by, also behind a proxy that says so. */
export async function originOfRequest(): Promise<string> {
  const asked = await headers()
  const host = asked.get('x-forwarded-host') ?? asked.get('host') ?? 'localhost'
  return `${asked.get('x-forwarded-proto') ?? 'http'}://${host}`
}
