import type { HeadlinePolicy } from '@/domain/crisis/crisis'
import { boundsOf } from '@/domain/quantity/bounds'
import { makeQuantity, type Quantity } from '@/domain/quantity/quantity'
import { haveCommonValue } from '@/domain/reconciliation/agreement'
import type { Headline, Position, Resolution, ResolutionRule } from '@/domain/reconciliation/headline'

export interface Choice {
  quantity: Quantity | null
  rule: Headline['rule']
  rationale: string
  /** The rule by which an editor decided, where one did. */
  decidedBy?: ResolutionRule
  /** The positions whose as-of the headline carries. */
  from: Position[]
}

/** What a rule needs to choose. `unresolved`: claimants whose latest statement's relays differ; nothing is chosen from them. */
interface Ground {
  standing: Position[]
  unresolved: Set<string>
  policy: HeadlinePolicy
  resolution: Resolution | null
}

/**
 * Tries the crisis's rules in order and returns the first that applies, with the reason in words. Nothing is averaged and nothing is summed
 * across claimants. While relays differ no range is made: the quantity stays null until a person says which is right.
 */
export function chooseQuantity(ground: Ground): Choice {
  for (const rule of [...ground.policy.rules, 'range' as const]) {
    const choice = tryRule[rule](ground)
    if (choice) return choice
  }
  return { quantity: null, rule: 'range', rationale: 'No claimant has a position.', from: [] }
}

const tryRule: Record<Headline['rule'], (ground: Ground) => Choice | null> = {
  resolved({ standing, resolution }) {
    const position = standing.find(
      ({ figure, relays }) => resolution && (figure === resolution.figure || relays.includes(resolution.figure)),
    )
    if (!position || !resolution) return null
    const { reason, rule } = resolution
    return { quantity: position.quantity, rule: 'resolved', rationale: reason, decidedBy: rule, from: [position] }
  },
  'preferred-sources'({ standing, unresolved, policy }) {
    for (const source of policy.preferredSources) {
      const position = standing.find(({ claimant }) => claimant.id === source && !unresolved.has(source))
      if (position) {
        const rationale = `${position.claimant.name} comes first in this crisis's order of sources.`
        return { quantity: position.quantity, rule: 'preferred-sources', rationale, from: [position] }
      }
    }
    return null
  },
  majority({ standing, unresolved }) {
    if (unresolved.size > 0) return null
    for (const position of standing) {
      const same = standing.filter(({ quantity }) => haveCommonValue(quantity, position.quantity))
      if (standing.length > 1 && same.length * 2 > standing.length) {
        const rationale = `${same.length} of ${standing.length} claimants state this value.`
        return { quantity: position.quantity, rule: 'majority', rationale, from: same }
      }
    }
    return null
  },
  'most-recent'({ standing, unresolved }) {
    const [newest, next] = [...standing].sort((a, b) =>
      a.asOf.end < b.asOf.end ? 1 : a.asOf.end > b.asOf.end ? -1 : 0,
    )
    if (!newest || unresolved.has(newest.claimant.id) || next?.asOf.end === newest.asOf.end) return null
    return {
      quantity: newest.quantity,
      rule: 'most-recent',
      rationale: 'The most recent position is shown.',
      from: [newest],
    }
  },
  range({ standing, unresolved }) {
    if (standing.length === 0) return null
    if (unresolved.size > 0) {
      return {
        quantity: null,
        rule: 'range',
        rationale: 'Relays of one statement differ; nobody has yet decided which is right.',
        from: standing,
      }
    }
    const quantity = spanOf(standing.map((position) => position.quantity))
    const rationale =
      standing.length === 1 ? 'One claimant has a position.' : 'From the lowest to the highest standing position.'
    return { quantity, rule: 'range', rationale, from: standing }
  },
}

/** Lowest low to highest high; a single wording shared by all is kept as it was worded. */
function spanOf(quantities: Quantity[]): Quantity | null {
  const known = quantities.filter(({ qualifier }) => qualifier !== 'unquantified')
  const first = known[0] ?? quantities[0]
  if (!first) return null
  const isShared = known.every(
    ({ low, high, qualifier }) => low === first.low && high === first.high && qualifier === first.qualifier,
  )
  if (isShared) return first
  const bounds = known.map(boundsOf).filter((one) => one !== null)
  // An open range is worded as its lowest statement is: "more than 300", never "at least 301", which nobody said.
  const lowest = known.reduce((low, one) => ((boundsOf(one)?.min ?? 0) < (boundsOf(low)?.min ?? 0) ? one : low), first)
  const min = Math.min(...bounds.map((one) => one.min))
  const max = bounds.some((one) => one.max === null) ? null : Math.max(...bounds.map((one) => one.max ?? 0))
  if (max === null)
    return lowest.qualifier === 'more-than' ? makeQuantity('more-than', lowest.low) : makeQuantity('at-least', min)
  return min === max ? makeQuantity('exact', min) : makeQuantity('between', min, max)
}
