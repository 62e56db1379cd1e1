import type { ChartModel } from '@/domain/chart/chart-model'
import { punctuationOf } from '@/domain/wording/punctuation'

/** The words for a chart's marks as one sentence; empty where it has none. */
export function legendText({ legend, language }: Pick<ChartModel, 'legend' | 'language'>): string {
  const { semicolon, stop } = punctuationOf(language)
  const text = legend.join(semicolon)
  return text ? `${text.charAt(0).toLocaleUpperCase(language)}${text.slice(1)}${stop}` : ''
}
