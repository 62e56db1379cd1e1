import type { CheckGround } from '@/domain/checks/check-ground'
import { inWords, makeFinding } from '@/domain/checks/finding'
import { findUnusedNumbers } from '@/domain/checks/quote-checks'
import type { Figure, Finding } from '@/domain/figure/figure'
import { scopeKey, scopeOf } from '@/domain/figure/scope'
import { doRelaysFit } from '@/domain/reconciliation/relays'

const isCounted = ({ nature, state }: Figure) => (nature === 'count' || nature === 'estimate') && state !== 'withdrawn'

/** Within its statement: relays that differ, numbers nobody used; against others of its scope: the same said twice, units mixed. */
export function findStatementFindings(
  figure: Figure,
  { byScope, byStatement, indicators, locale }: CheckGround,
): Finding[] {
  const findings: Finding[] = []
  const own = byStatement.get(figure.statement.id) ?? []
  const scope = scopeKey(scopeOf(figure))
  const rivals = own.filter((other) => other.id !== figure.id && isCounted(other) && scopeKey(scopeOf(other)) === scope)
  const differing = rivals.filter((other) => isCounted(figure) && !doRelaysFit(figure.quantity, other.quantity))
  if (differing.length > 0) {
    const numbers = [figure, ...differing].map(inWords)
    findings.push(makeFinding(locale, 'relays-differ', { numbers }, [figure, ...differing]))
  }
  for (const { quote } of figure.citations) {
    const unused = findUnusedNumbers(quote, [figure, ...own])
    if (unused.length > 0) {
      findings.push(makeFinding(locale, 'number-in-quote-unused', { numbers: unused, quote }, [figure]))
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
    const said = { claimant: figure.claimant.name, number: inWords(figure) }
    findings.push(makeFinding(locale, 'duplicate-statement', said, [figure, ...twins]))
  }
  const unit = indicators.get(figure.indicator)?.unit
  const isHousehold = figure.unit === 'households' && unit === 'persons'
  if (unit && unit !== figure.unit && !isHousehold) {
    const units = { indicator: figure.indicator, counts: unit, counted: figure.unit }
    findings.push(makeFinding(locale, 'unit-mixed', units, [figure]))
  }
  return findings
}
