import type { Figure } from '@/domain/figure/figure'
import { addSums, nothing, toSum } from '@/domain/quantity/add'
import { compareQuantities } from '@/domain/quantity/bounds'
import type { Quantity } from '@/domain/quantity/quantity'
import { closingDayOf } from '@/domain/time/local-time'

/** A sum of parts, marked so wherever it is shown. */
export interface RollUp {
  quantity: Quantity
  /** A part was unquantified, or the sum stays below the whole, so that one is not there. */
  partial: boolean
  parts: string[]
}

/** Why parts may not be added, as a sentence. */
export interface RollUpRefusal {
  refusal: string
}

/**
 * Adds the parts of a place or population (domain rule 6.5): only for one claimant, indicator, unit, basis and as-of day, and only parts
 * that cannot count the same person. `whole`: what was stated for all of them, null
 * where nothing was; `isWithin(a, b)`: whether place a lies in place b.
 */
export function rollUp(
  parts: readonly Figure[],
  {
    timeZone,
    whole,
    isWithin,
  }: { timeZone: string; whole: Quantity | null; isWithin: (a: string, b: string) => boolean },
): RollUp | RollUpRefusal {
  const differs = (label: string, read: (figure: Figure) => string | null) =>
    new Set(parts.map(read)).size > 1 ? `Parts of different ${label} are never added.` : null
  const refusal =
    (parts.length === 0 ? 'There is no part to add.' : null) ??
    differs('claimants', ({ claimant }) => claimant.id) ??
    differs('indicators', ({ indicator }) => indicator) ??
    differs('units', ({ unit }) => unit) ??
    differs('kinds of basis', ({ basis }) => basis.kind) ??
    differs('natures', ({ nature }) => nature) ??
    differs('events', ({ events }) =>
      events
        .map(({ id }) => id)
        .sort()
        .join(' '),
    ) ??
    (parts.some(({ asOf }) => asOf === null) ? 'An undated part is never added.' : null) ??
    differs('days', ({ asOf }) => asOf && closingDayOf(asOf.end, timeZone)) ??
    (parts.some((a, index) => parts.slice(index + 1).some((b) => !areDisjoint(a, b, isWithin)))
      ? 'The parts overlap: some people may be counted twice.'
      : null)
  if (refusal) return { refusal }
  const sum = parts.map(({ quantity }) => toSum(quantity)).reduce(addSums, nothing)
  const isBelow = whole !== null && compareQuantities(sum.quantity, whole) === 'less'
  return { quantity: sum.quantity, partial: sum.partial || isBelow, parts: parts.map(({ id }) => id) }
}

/** Different places neither of which lies in the other, or populations told apart by one facet both state. */
function areDisjoint(a: Figure, b: Figure, isWithin: (a: string, b: string) => boolean): boolean {
  const apart =
    a.places.length > 0 &&
    b.places.length > 0 &&
    a.places.every(({ id }) =>
      b.places.every((other) => id !== other.id && !isWithin(id, other.id) && !isWithin(other.id, id)),
    )
  const facets = ['status', 'age', 'sex', 'role', 'group'] as const
  return (
    apart ||
    facets.some(
      (facet) =>
        a.population[facet] !== null && b.population[facet] !== null && a.population[facet] !== b.population[facet],
    )
  )
}
