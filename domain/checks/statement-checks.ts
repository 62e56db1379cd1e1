import type { CheckGround } from '@/domain/checks/check-ground'
import { inWords, makeFinding } from '@/domain/checks/finding'
import { findUnusedNumbers } from '@/domain/checks/quote-checks'
import type { Figure, Finding } from '@/domain/figure/figure'
import { scopeKey, scopeOf } from '@/domain/figure/scope'
import { doRelaysFit } from '@/domain/reconciliation/relays'

const isCounted = ({ nature, state }: Figure) => (nature === 'count' || nature === 'estimate') && state !== 'withdrawn'

/** Within its statement: relays that differ, numbers nobody used; against others of its scope: the same said twice, units mixed. */
export function findStatementFindings(figure: Figure, { byScope, byStatement, indicators }: CheckGround): Finding[] {
  const findings: Finding[] = []
  const own = byStatement.get(figure.statement.id) ?? []
  const scope = scopeKey(scopeOf(figure))
  const rivals = own.filter((other) => other.id !== figure.id && isCounted(other) && scopeKey(scopeOf(other)) === scope)
  const differing = rivals.filter((other) => isCounted(figure) && !doRelaysFit(figure.quantity, other.quantity))
  if (differing.length > 0) {
    const values = [figure, ...differing].map(inWords).join(' and ')
    findings.push(
      makeFinding(
        'relays-differ',
        `Relays of one statement differ: ${values}. Say which is right, and why; the other stays visible.`,
        [figure, ...differing],
      ),
    )
  }
  for (const { quote } of figure.citations) {
    const unused = findUnusedNumbers(quote, [figure, ...own])
    if (unused.length > 0) {
      findings.push(
        makeFinding(
          'number-in-quote-unused',
          `The quote "${quote}" also holds ${unused.join(', ')}. Is that a figure too?`,
          [figure],
        ),
      )
    }
  }
  const twins = (byScope.get(scope) ?? []).filter(
    (other) =>
      other.id !== figure.id &&
      other.statement.id !== figure.statement.id &&
      other.claimant.id === figure.claimant.id &&
      other.asOf?.end === figure.asOf?.end &&
      other.asOf?.start === figure.asOf?.start &&
      other.quantity.low === figure.quantity.low &&
      other.quantity.high === figure.quantity.high,
  )
  if (twins.length > 0) {
    findings.push(
      makeFinding(
        'duplicate-statement',
        `${figure.claimant.name} is already recorded with ${inWords(figure)} for the same as-of. Is this another relay of that statement?`,
        [figure, ...twins],
      ),
    )
  }
  const unit = indicators.get(figure.indicator)?.unit
  const isHousehold = figure.unit === 'households' && unit === 'persons'
  if (unit && unit !== figure.unit && !isHousehold) {
    findings.push(
      makeFinding(
        'unit-mixed',
        `"${figure.indicator}" counts ${unit}, the figure counts ${figure.unit}. Choose the unit the source counted.`,
        [figure],
      ),
    )
  }
  return findings
}
