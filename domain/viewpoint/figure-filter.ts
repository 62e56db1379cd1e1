import type { BasisKind } from '@/domain/figure/figure'
import type { Instant } from '@/domain/time/instant'

/**
 * Which figures of a crisis are wanted. Within one field any value suffices, between fields all must hold; an empty list or null asks for
 * nothing. `place` means the place with its parts; `from` and `to` bound the end of the as-of interval, both inclusive, and leave
 * undated figures out.
 */
export interface FigureFilter {
  indicator: string[]
  status: string[]
  age: string[]
  sex: string[]
  role: string[]
  group: string[]
  place: string[]
  event: string[]
  claimant: string[]
  basis: BasisKind[]
  from: Instant | null
  to: Instant | null
}

/** The filter that leaves nothing out. */
export const noFilter: FigureFilter = {
  indicator: [],
  status: [],
  age: [],
  sex: [],
  role: [],
  group: [],
  place: [],
  event: [],
  claimant: [],
  basis: [],
  from: null,
  to: null,
}

/** Whether a filter leaves nothing out. */
export const isUnfiltered = (filter: FigureFilter): boolean =>
  Object.values(filter).every((wanted) => wanted === null || wanted.length === 0)
