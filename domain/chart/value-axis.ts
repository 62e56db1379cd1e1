import { scaleLinear } from 'd3-scale'
import type { ChartFormat } from '@/domain/chart/chart-format'
import type { ChartModel } from '@/domain/chart/chart-model'

/** A y-axis from zero to a round number not below the highest value, with about five whole-numbered ticks. */
export function valueAxis(highest: number, format: ChartFormat): ChartModel['y'] {
  const scale = scaleLinear()
    .domain([0, Math.max(highest, 4)])
    .nice(4)
  const max = scale.domain()[1] ?? highest
  const ticks = scale.ticks(4).filter(Number.isInteger)
  return { max, ticks: ticks.map((value) => ({ value, label: format.number(value) })) }
}
