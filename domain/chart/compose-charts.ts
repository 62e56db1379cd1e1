import type { ChartModel } from '@/domain/chart/chart-model'
import { buildDailyBars } from '@/domain/chart/daily-bars'
import { buildStepChart } from '@/domain/chart/step-chart'
import type { CitationBook } from '@/domain/citation/citation-book'
import type { CrisisChart } from '@/domain/crisis/crisis'
import type { LedgerView } from '@/domain/ledger/ledger-view'
import { citeFigure } from '@/domain/wording/word-headline'
import type { Wording } from '@/domain/wording/wording'

/** The charts a crisis shows in a section, daily flows after their running total; those without any figure are left out. */
export function composeCharts(
  { wording, view, book }: { wording: Wording; view: LedgerView; book: CitationBook },
  section: CrisisChart['section'],
): ChartModel[] {
  return (
    view.slice.crisis.charts
      .filter((spec) => spec.section === section && !spec.lines.every(({ scope }) => view.isAhead(view.scopeOf(scope))))
      .flatMap((spec) => {
        const ground = {
          slice: view.slice,
          spec,
          cite: (figure: Parameters<typeof citeFigure>[1]) => citeFigure(book, figure),
          format: wording.format,
        }
        return spec.daily ? [buildStepChart(ground), buildDailyBars(ground)] : [buildStepChart(ground)]
      })
      .map((chart) =>
        view.slice.thinned ? { ...chart, footnote: `${chart.footnote} ${wording.words.thinned}` } : chart,
      )
      // A single bar tells no more than the running total beside it.
      .filter(({ series, bars }) => bars.length > 1 || series.some(({ points }) => points.length > 0))
  )
}
