import type { Population } from '@/domain/population/population'
import type { Quantity } from '@/domain/quantity/quantity'

/** Who or what was counted, as a language puts it into words. `indicator` null: the people alone, without what befell them. */
export interface Counted {
  population: Population
  unit: string
  indicator: string | null
  /** The indicator's own label, where a language has no phrase for it. */
  label: string
  /** What the crisis calls the group; null where none is named. */
  group: string | null
}

/** A number beside a noun: its text with the qualifier, and the quantity that decides the noun's form. */
export interface Amount {
  text: string
  quantity: Quantity
}

/** The noun a population goes by: its role first, then sex, age, condition and status. */
export function nounKeyOf({ population, unit }: Pick<Counted, 'population' | 'unit'>): string {
  if (unit !== 'persons') return unit
  const { status, age, sex, role, condition } = population
  if (role) return role
  if (sex === 'female') return age === 'child' ? 'girl' : 'woman'
  if (sex === 'male') return age === 'child' ? 'boy' : 'man'
  if (age === 'child') return status === 'civilian' ? 'civilian-child' : 'child'
  if (condition === 'patient') return 'patient'
  return status ?? 'person'
}

/** "1 person", "at least 1 child": whether the noun stands in the singular in a language that tells one from many. */
export function isOne({ low, high, qualifier }: Quantity): boolean {
  return low === 1 && (high === 1 || qualifier === 'at-least')
}

/** The number a noun agrees with: the last one said of a range. Null where none is said. */
export function agreesWith({ low, high, qualifier }: Quantity): number | null {
  return qualifier === 'unquantified' ? null : qualifier === 'between' ? high : (low ?? high)
}
