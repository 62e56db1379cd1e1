'use client'

import { QueryClient, queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Bar, ComposedChart, Line, ReferenceArea, ReferenceLine, Tooltip, XAxis, YAxis, ZIndexLayer } from 'recharts'
import { LiveAxes, LiveBar, LiveMarks } from '@/components/charts/live-marks'
import { type LiveRow, liveRows } from '@/components/charts/live-rows'
import { LiveTooltip } from '@/components/charts/live-tooltip'
import type { DrawnChart } from '@/domain/chart/chart-model'
import type { ChartLayout } from '@/domain/chart/layout/chart-layout'
import { layoutChart } from '@/domain/chart/layout/layout-chart'

/** Above the lines, below the tooltip's cursor. */
const marksLayer = 700

/** One for all charts of a visit: a chart reached for again answers from it at once, and is asked for anew once it has stood a while. */
const charts = new QueryClient()

const chartAt = (address: string) =>
  queryOptions({
    queryKey: ['chart', address],
    queryFn: ({ signal }) => fetchChart(address, signal),
    staleTime: 30_000,
    refetchOnWindowFocus: false,
    retry: 1,
  })

/** Reads the chart behind an address, unless it is known already. Throws where it cannot be read. */
export async function loadChart(address: string): Promise<void> {
  await charts.ensureQueryData(chartAt(address))
}

async function fetchChart(address: string, signal: AbortSignal): Promise<DrawnChart> {
  const response = await fetch(address, { signal })
  if (!response.ok) throw new Error(`The chart could not be read (${response.status}).`)
  return (await response.json()) as DrawnChart
}

/** The live chart of an address that `loadChart` has read. */
export default function LiveChart({ address, width }: { address: string; width: number }) {
  const { data } = useQuery(chartAt(address), charts)
  return data ? <Explorable chart={data} width={width} /> : null
}

/**
 * The chart to explore by pointer, touch and arrow keys: Recharts draws lines, ranges and bars and finds the instant a reader points at;
 * places of marks and text come from the same layout as the static drawing, at the size that drawing had.
 */
function Explorable({ chart, width }: { chart: DrawnChart; width: number }) {
  const rows = useMemo(() => liveRows(chart), [chart])
  const layout = useMemo(() => layoutChart(chart, { width }), [chart, width])
  const { plot, height } = layout
  const margin = { top: plot.top, left: plot.left, right: width - plot.right, bottom: height - plot.bottom }
  return (
    <ComposedChart
      width={width}
      height={height}
      data={rows}
      margin={margin}
      title={chart.title}
      desc={chart.alt}
      accessibilityLayer
      className="live-chart"
    >
      <LiveAxes layout={layout} />
      <XAxis
        hide
        dataKey="t"
        type="number"
        scale="linear"
        domain={[Date.parse(chart.x.from), Date.parse(chart.x.to)]}
      />
      <YAxis hide type="number" domain={[0, chart.y.max]} />
      {bands(chart)}
      {chart.markers.map(({ at, label }) => (
        <ReferenceLine key={`${at} ${label}`} x={Date.parse(at)} stroke="var(--muted)" strokeDasharray="2 3" />
      ))}
      {chart.kind === 'bars' ? bars(layout) : lines(chart, layout)}
      <ZIndexLayer zIndex={marksLayer}>
        <LiveMarks layout={layout} />
      </ZIndexLayer>
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: 'var(--muted)', strokeWidth: 1 }}
        wrapperStyle={{ zIndex: 20 }}
        content={({ active, payload }) => (
          <LiveTooltip row={active ? (payload[0]?.payload as LiveRow | undefined) : undefined} chart={chart} />
        )}
      />
    </ComposedChart>
  )
}

function bands(chart: DrawnChart) {
  return chart.band.map(({ from, to, low, high, stated }) => (
    <ReferenceArea
      key={from}
      x1={Date.parse(from)}
      x2={Date.parse(to)}
      y1={low}
      y2={high ?? stated}
      fill="var(--muted)"
      fillOpacity={0.17}
      ifOverflow="hidden"
    />
  ))
}

function lines(chart: DrawnChart, layout: ChartLayout) {
  return chart.series.map((series, index) => (
    <Line
      key={series.key}
      type="stepAfter"
      dataKey={({ held }: LiveRow) => held[index] ?? null}
      name={series.label}
      stroke={`var(--series-${series.colour})`}
      strokeWidth={2.2}
      strokeDasharray={layout.lines[index]?.dash}
      dot={false}
      activeDot={{ r: 5.5, fill: 'none', stroke: `var(--series-${series.colour})`, strokeWidth: 2 }}
      connectNulls={false}
      isAnimationActive={false}
    />
  ))
}

function bars(layout: ChartLayout) {
  return (
    <Bar
      dataKey={({ bars: around }: LiveRow) => Math.max(...around.map(({ value }) => value))}
      isAnimationActive={false}
      shape={({ payload }) => (
        <g>
          {layout.bars
            .filter(({ key }) => (payload as LiveRow).bars.some((bar) => bar.key === key))
            .map((bar) => (
              <LiveBar key={bar.key} bar={bar} />
            ))}
        </g>
      )}
    />
  )
}
