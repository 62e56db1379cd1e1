import { boundsOf } from '@/domain/quantity/bounds'
import type { Quantity } from '@/domain/quantity/quantity'

/** A sum and whether a part of it was unquantified, so that it covers the known parts only. */
export interface Sum {
  quantity: Quantity
  partial: boolean
}

/** The sum of nothing. */
export const nothing: Sum = { quantity: { low: 0, high: 0, qualifier: 'exact', words: '' }, partial: false }

/** A quantity as a sum of one part. An unquantified one is at least nothing, and partial. */
export function toSum(quantity: Quantity): Sum {
  const bounds = boundsOf(quantity)
  if (!bounds) return { quantity: { low: 0, high: null, qualifier: 'at-least', words: '' }, partial: true }
  return { quantity: { ...quantity, words: '' }, partial: false }
}

/**
 * Adds two sums: exact 3 and at-least 5 is at-least 8. Associative and commutative, and never claims more than its parts: an open end
 * stays open, "about" stays about, and a part that is unquantified leaves at-least the known.
 */
export function addSums(a: Sum, b: Sum): Sum {
  const left = boundsOf(a.quantity) ?? { min: 0, max: null }
  const right = boundsOf(b.quantity) ?? { min: 0, max: null }
  const min = left.min + right.min
  const max = left.max === null || right.max === null ? null : left.max + right.max
  const about = a.quantity.qualifier === 'about' || b.quantity.qualifier === 'about'
  return { quantity: { ...shape(min, max, about), words: '' }, partial: a.partial || b.partial }
}

function shape(min: number, max: number | null, about: boolean): Omit<Quantity, 'words'> {
  if (max === null) return { low: min, high: null, qualifier: 'at-least' }
  if (min === max) return { low: min, high: max, qualifier: about ? 'about' : 'exact' }
  return { low: min, high: max, qualifier: 'between' }
}
