import type { CheckGround } from '@/domain/checks/check-ground'
import { inWords, makeFinding } from '@/domain/checks/finding'
import type { Figure, Finding } from '@/domain/figure/figure'
import { scopeKey, scopeOf } from '@/domain/figure/scope'
import { boundsOf } from '@/domain/quantity/bounds'
import { hoursBetween } from '@/domain/time/local-time'
import type { Locale } from '@/domain/viewpoint/viewpoint'

/** Against the claimant's own earlier statements of the scope: falling totals, jumps, transposed digits, overlapping periods, age. */
export function findSeriesFindings(figure: Figure, { byScope, indicators, now, locale }: CheckGround): Finding[] {
  const { asOf } = figure
  if (!asOf || (figure.nature !== 'count' && figure.nature !== 'estimate')) return []
  const own = (byScope.get(scopeKey(scopeOf(figure))) ?? []).filter(
    (other) =>
      other.id !== figure.id &&
      other.claimant.id === figure.claimant.id &&
      other.state !== 'withdrawn' &&
      other.asOf &&
      other.statement.id !== figure.statement.id,
  )
  const findings: Finding[] = []
  if (figure.basis.kind === 'running-total') {
    const before = own
      .filter((other) => (other.asOf?.end ?? '') <= asOf.start)
      .sort((a, b) => ((a.asOf?.end ?? '') < (b.asOf?.end ?? '') ? 1 : -1))[0]
    if (before) findings.push(...compareWithEarlier(figure, before, locale))
  }
  if (figure.basis.kind === 'period' && figure.basis.start && figure.basis.end) {
    const { start, end } = figure.basis
    const overlapping = own.filter(
      (other) =>
        other.basis.start &&
        other.basis.end &&
        other.basis.start < end &&
        other.basis.end > start &&
        (other.basis.start !== start || other.basis.end !== end),
    )
    if (overlapping.length > 0) {
      findings.push(makeFinding(locale, 'overlapping-periods', null, [figure, ...overlapping]))
    }
  }
  const indicator = indicators.get(figure.indicator)
  if (indicator && hoursBetween(asOf.end, now) > indicator.staleHours) {
    const days = Math.floor(hoursBetween(asOf.end, now) / 24)
    findings.push(makeFinding(locale, 'stale', { days }, [figure]))
  }
  return findings
}

function compareWithEarlier(figure: Figure, before: Figure, locale: Locale): Finding[] {
  const [then, now] = [boundsOf(before.quantity), boundsOf(figure.quantity)]
  if (!then || !now) return []
  const numbers = { before: inWords(before), after: inWords(figure) }
  const findings: Finding[] = []
  if (now.max !== null && now.max < then.min) {
    findings.push(makeFinding(locale, 'running-total-fell', numbers, [figure, before]))
  }
  if (then.min > 0 && now.min > 0 && (now.min >= then.min * 10 || now.min * 10 <= then.min)) {
    findings.push(makeFinding(locale, 'ten-times-jump', numbers, [figure, before]))
  }
  if (areTransposed(then.min, now.min)) {
    findings.push(makeFinding(locale, 'transposed-digits', numbers, [figure, before]))
  }
  return findings
}

/** Whether two numbers differ by one swap of neighbouring digits: 86 and 68, 68,386 and 63,886. */
export function areTransposed(a: number, b: number): boolean {
  const [left, right] = [String(a), String(b)]
  if (left.length !== right.length || left === right) return false
  const at = [...left].findIndex((digit, index) => digit !== right[index])
  const swapped = `${left.slice(0, at)}${left[at + 1] ?? ''}${left[at]}${left.slice(at + 2)}`
  return swapped === right
}
