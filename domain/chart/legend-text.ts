import type { ChartModel } from '@/domain/chart/chart-model'

/** The words for a chart's marks as one sentence; empty where it has none. */
export function legendText({ legend, language }: Pick<ChartModel, 'legend' | 'language'>): string {
  const text = legend.join('; ')
  return text ? `${text.charAt(0).toLocaleUpperCase(language)}${text.slice(1)}.` : ''
}
