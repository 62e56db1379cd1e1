export type LargeUnit = 'day' | 'month' | 'year'

/** An age in the unit it is told in: days, then months, then years. An age is a warning, not a measurement. */
export function inLargeUnits(days: number): [count: number, unit: LargeUnit] {
  if (days < 60) return [days, 'day']
  return days < 730 ? [Math.floor(days / 30.44), 'month'] : [Math.floor(days / 365.25), 'year']
}
