import { groupBy } from '@/domain/collection/group-by'
import type { Figure } from '@/domain/figure/figure'
import { scopeKey, scopeOf } from '@/domain/figure/scope'
import type { Indicator } from '@/domain/indicator/indicator'
import type { Instant } from '@/domain/time/instant'
import type { Locale } from '@/domain/viewpoint/viewpoint'

/** What a figure is checked against: the other figures of its crisis, the clock, and what belongs to the crisis. */
export interface CheckGround {
  /** Figures of the crisis by scope, by statement and by whole; the figure itself may be among them. */
  byScope: ReadonlyMap<string, Figure[]>
  byStatement: ReadonlyMap<string, Figure[]>
  byWhole: ReadonlyMap<string | null, Figure[]>
  byId: ReadonlyMap<string, Figure>
  now: Instant
  indicators: ReadonlyMap<string, Indicator>
  /** Ids of the crisis's places; null where any place is allowed. */
  places: ReadonlySet<string> | null
  /** In which the findings are told. */
  locale: Locale
}

/** Indexes the figures of a crisis for checking: those already in the ledger and those about to be entered. */
export function prepareChecks(
  figures: readonly Figure[],
  {
    now,
    indicators,
    places,
    locale = 'en',
  }: { now: Instant; indicators: readonly Indicator[]; places: readonly string[] | null; locale?: Locale },
): CheckGround {
  return {
    byScope: groupBy(figures, (figure) => scopeKey(scopeOf(figure))),
    byStatement: groupBy(figures, ({ statement }) => statement.id),
    byWhole: groupBy(figures, ({ partOf }) => partOf),
    byId: new Map(figures.map((figure) => [figure.id, figure])),
    now,
    indicators: new Map(indicators.map((indicator) => [indicator.key, indicator])),
    places: places && new Set(places),
    locale,
  }
}
