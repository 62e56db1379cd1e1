import type { Figure } from '@/domain/figure/figure'
import { type Bounds, boundsOf, intersectBounds } from '@/domain/quantity/bounds'
import type { Quantity } from '@/domain/quantity/quantity'
import type { Agreement, Independence, Position } from '@/domain/reconciliation/headline'

/** The values a source stated, without those an open end merely allows: "at least 200" states 200, "more than 200" states 201. */
function statedOf(quantity: Quantity): Bounds | null {
  const bounds = boundsOf(quantity)
  if (!bounds) return null
  if (quantity.high === null) return { min: bounds.min, max: bounds.min }
  if (quantity.low === null) return { min: bounds.max ?? 0, max: bounds.max }
  return bounds
}

/** Whether both states one same value. Unquantified ones share nothing that can be told. */
export function haveCommonValue(a: Quantity, b: Quantity): boolean {
  const left = statedOf(a)
  const right = statedOf(b)
  return left !== null && right !== null && intersectBounds(left, right) !== null
}

const intersectAll = (all: Bounds[]) =>
  all.reduce<Bounds | null>((common, one) => (common ? intersectBounds(common, one) : null), { min: 0, max: null })

/** The dispute makes a figure contested: another source denies its number or that it happened. */
export function isContested(figure: Pick<Figure, 'claimant' | 'disputes'>): boolean {
  return figure.disputes.some(
    ({ aspect, by }) => (aspect === 'number' || aspect === 'occurrence') && by.id !== figure.claimant.id,
  )
}

/**
 * How far the standing positions agree (domain rule 6.3). `hasDifferingRelays`: a claimant stands behind values that cannot all be
 * its word, which is a difference whatever the others say.
 */
export function findAgreement(standing: Position[], hasDifferingRelays: boolean): Agreement {
  if (standing.length === 0) return 'none'
  if (standing.some(isContested)) return 'contested'
  if (hasDifferingRelays) return 'differ'
  if (standing.length === 1) return 'single'
  const stated = standing.map(({ quantity }) => statedOf(quantity))
  const known = stated.filter((bounds) => bounds !== null)
  if (known.length === stated.length && intersectAll(known)) return 'agree'
  const allowed = standing.map(({ quantity }) => boundsOf(quantity)).filter((bounds) => bounds !== null)
  return intersectAll(allowed) ? 'compatible' : 'differ'
}

/** Whether a reviewer recorded the two as independent; claimants of one party never are, whatever was recorded. */
function areIndependent(a: Position['claimant'], b: Position['claimant'], independences: Independence[]): boolean {
  if (a.id === b.id || (a.party !== null && a.party === b.party)) return false
  return independences.some((pair) => (pair.a === a.id && pair.b === b.id) || (pair.a === b.id && pair.b === a.id))
}

/** How many claimants stand there who are all independent of one another; the default between two is "not independent". */
export function countIndependent(standing: Position[], independences: Independence[]): number {
  const claimants = [...new Map(standing.map(({ claimant }) => [claimant.id, claimant])).values()]
  const grow = (chosen: Position['claimant'][], rest: Position['claimant'][]): number =>
    rest.reduce((best, one, index) => {
      const fits = chosen.every((other) => areIndependent(one, other, independences))
      return fits ? Math.max(best, grow([...chosen, one], rest.slice(index + 1))) : best
    }, chosen.length)
  return grow([], claimants)
}

/** Whether two independent claimants state a common value. */
export function isCorroborated(standing: Position[], independences: Independence[]): boolean {
  return standing.some((a) =>
    standing.some(
      (b) => areIndependent(a.claimant, b.claimant, independences) && haveCommonValue(a.quantity, b.quantity),
    ),
  )
}
