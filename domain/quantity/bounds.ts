import type { Quantity } from '@/domain/quantity/quantity'

/** The whole numbers a quantity allows: both ends inclusive, `max` null = open upward. */
export interface Bounds {
  min: number
  max: number | null
}

/**
 * What a quantity claims, by its stated ends: "more than 200" is 201 upward, "fewer than 10" is 0 to 9, "about 5,000" is its
 * number. Null for an unquantified one, of which nothing can be said.
 */
export function boundsOf({ low, high, qualifier }: Quantity): Bounds | null {
  switch (qualifier) {
    case 'unquantified':
      return null
    case 'more-than':
      return { min: (low ?? 0) + 1, max: null }
    case 'fewer-than':
      return { min: 0, max: (high ?? 1) - 1 }
    default:
      return { min: low ?? 0, max: high }
  }
}

/** The bounds that lie in both, or null where they share no value. */
export function intersectBounds(a: Bounds, b: Bounds): Bounds | null {
  const min = Math.max(a.min, b.min)
  const max = a.max === null ? b.max : b.max === null ? a.max : Math.min(a.max, b.max)
  return max !== null && max < min ? null : { min, max }
}

/** `less`, `equal` or `greater` where every value a allows stands so to every value b allows; else `cannot-tell`. */
export function compareQuantities(a: Quantity, b: Quantity): 'less' | 'equal' | 'greater' | 'cannot-tell' {
  const left = boundsOf(a)
  const right = boundsOf(b)
  if (!left || !right) return 'cannot-tell'
  if (left.max !== null && left.max < right.min) return 'less'
  if (right.max !== null && right.max < left.min) return 'greater'
  if (left.min === left.max && right.min === right.max && left.min === right.min) return 'equal'
  return 'cannot-tell'
}
