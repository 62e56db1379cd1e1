import type { Position } from '@/domain/reconciliation/headline'
import type { ReconciledHeadline } from '@/domain/reconciliation/reconcile'

/** The standing positions of a headline, by whether they stand behind what it shows. */
export interface Standing {
  behind: Position[]
  /** Shown beside it, each under its own name: what a preferred source or a decision set aside, or is no relay of the statement that differs. */
  beside: Position[]
}

/**
 * Who may be named and cited for the value a headline shows: every standing position of a range, the differing relays where no value is
 * shown, else those that state just this value. Nobody is cited for another's number.
 */
export function standBehind({ positions, findings, quantity, rule }: ReconciledHeadline): Standing {
  const standing = positions.filter(({ earlier }) => !earlier)
  const isBehind = (position: Position) => {
    if (findings.length > 0 && quantity === null)
      return findings.some(({ figures }) => figures.includes(position.figure))
    if (rule === 'range' || quantity === null) return true
    return JSON.stringify(position.quantity) === JSON.stringify(quantity)
  }
  return { behind: standing.filter(isBehind), beside: standing.filter((position) => !isBehind(position)) }
}
