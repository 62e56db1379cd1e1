import type { CheckGround } from '@/domain/checks/check-ground'
import { findPartFindings } from '@/domain/checks/part-checks'
import { findQuoteFindings } from '@/domain/checks/quote-checks'
import { findSeriesFindings } from '@/domain/checks/series-checks'
import { findStatementFindings } from '@/domain/checks/statement-checks'
import { findTimeFindings } from '@/domain/checks/time-checks'
import type { Figure, Finding } from '@/domain/figure/figure'

/**
 * The guard rails (section 7 of the domain) for one figure: each finding names the figures concerned, both numbers and what to do. A
 * grave one stops; any other can be acknowledged with a reason. Pure and in a fixed order.
 */
export function checkFigure(figure: Figure, ground: CheckGround): Finding[] {
  return [
    ...findTimeFindings(figure, ground),
    ...findQuoteFindings(figure, ground),
    ...findStatementFindings(figure, ground),
    ...findPartFindings(figure, ground),
    ...findSeriesFindings(figure, ground),
  ]
}
