import type { Figure } from '@/domain/figure/figure'
import type { Quantity } from '@/domain/quantity/quantity'

/**
 * Whether two relays of one statement fit together: the same stated number, or an exact count and its rounding ("13,550" and "more
 * than 13,000"), or one without a number. "More than 40" and "more than 400" share values and still do not fit: one of them is wrong.
 */
export function doRelaysFit(a: Quantity, b: Quantity): boolean {
  if (a.qualifier === 'unquantified' || b.qualifier === 'unquantified') return true
  if (a.low === b.low && a.high === b.high) return true
  if (isOpposed(a, b) || isOpposed(b, a)) return false
  if (a.qualifier === 'between' || b.qualifier === 'between') return false
  const left = a.low ?? a.high ?? 0
  const right = b.low ?? b.high ?? 0
  return left === right || isRoundedDown(a, b) || isRoundedDown(b, a)
}

/** One says how many at least, the other how many at most: "more than 40" and "fewer than 40" name one number and contradict each other. */
function isOpposed(a: Quantity, b: Quantity): boolean {
  return a.high === null && b.low === null
}

/** Whether `rounded` is the open or approximate way to say `count`: "more than 13,000" for 13,550. */
function isRoundedDown(count: Quantity, rounded: Quantity): boolean {
  if (count.qualifier !== 'exact' || count.low === null || rounded.low === null) return false
  if (!['more-than', 'at-least', 'about'].includes(rounded.qualifier) || rounded.low === 0) return false
  const unit = roundingUnit(rounded.low)
  if (unit === 1) return false
  const rounding = rounded.qualifier === 'about' ? Math.round(count.low / unit) : Math.floor(count.low / unit)
  return rounding * unit === rounded.low
}

/** The power of ten a number is rounded to: 13,000 -> 1,000; 27 -> 1. */
function roundingUnit(value: number): number {
  let unit = 1
  while (value % (unit * 10) === 0) unit *= 10
  return unit
}

const directness = { direct: 0, relayed: 1, unattributed: 2 } as const

/** Most direct wording first: direct before relayed before unattributed, then the narrower number, then a stable order by id. */
function byDirectness(a: Figure, b: Figure): number {
  return rank(a) - rank(b) || openness(a.quantity) - openness(b.quantity) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

const rank = (figure: Figure) => Math.min(...figure.citations.map(({ relation }) => directness[relation]))

const openness = ({ qualifier, low, high }: Quantity) => {
  if (qualifier === 'unquantified') return 3
  if (low === null || high === null) return 2
  return qualifier === 'about' || qualifier === 'between' ? 1 : 0
}

/**
 * Splits the relays of one statement in one scope into values that fit together: one group when all do, else one group per differing
 * value. Within a group the most direct wording stands first.
 */
export function groupRelays(figures: Figure[]): Figure[][] {
  const groups: Figure[][] = []
  for (const figure of [...figures].sort(byDirectness)) {
    const group = groups.find((members) => members.every((member) => doRelaysFit(member.quantity, figure.quantity)))
    if (group) group.push(figure)
    else groups.push([figure])
  }
  return groups
}
