import type { Unit } from '@/domain/indicator/indicator'
import type { Quantity } from '@/domain/quantity/quantity'
import { findQuantities } from '@/domain/reading/find-quantities'
import { unitAfter } from '@/domain/reading/words-after'

export interface ReadQuantity {
  quantity: Quantity
  /** What is counted, where the word behind the number says it plainly. */
  unit: Unit | null
  /** Where the number stands in the selection, UTF-16 offsets; both numbers of a range. */
  start: number
  end: number
}

/**
 * The quantity in words that a person selected: the first number that can be a count, else "dozens" and the like as unquantified, else the
 * first number of any kind; null where there is none. `language`: BCP 47, where it is known.
 */
export function readQuantity(selection: string, language: string | null = null): ReadQuantity | null {
  const all = findQuantities(selection, language)
  const isNumber = ({ quantity }: (typeof all)[number]) => quantity.qualifier !== 'unquantified'
  const found = all.find((one) => one.isCount && isNumber(one)) ?? all.find((one) => one.isCount) ?? all[0]
  if (!found) return null
  return { quantity: found.quantity, unit: unitAfter(selection, found.end), ...found.number }
}
