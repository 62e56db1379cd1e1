import type { CheckGround } from '@/domain/checks/check-ground'
import { inWords, makeFinding } from '@/domain/checks/finding'
import type { Figure, Finding } from '@/domain/figure/figure'
import { scopeKey, scopeOf } from '@/domain/figure/scope'
import { boundsOf } from '@/domain/quantity/bounds'
import { hoursBetween } from '@/domain/time/local-time'

/** Against the claimant's own earlier statements of the scope: falling totals, jumps, transposed digits, overlapping periods, age. */
export function findSeriesFindings(figure: Figure, { byScope, indicators, now }: CheckGround): Finding[] {
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
    if (before) findings.push(...compareWithEarlier(figure, before))
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
      findings.push(
        makeFinding(
          'overlapping-periods',
          'The period overlaps another of the same claimant: the same people may be counted in both. Check from and to.',
          [figure, ...overlapping],
        ),
      )
    }
  }
  const indicator = indicators.get(figure.indicator)
  if (indicator && hoursBetween(asOf.end, now) > indicator.staleHours) {
    const days = Math.floor(hoursBetween(asOf.end, now) / 24)
    findings.push(makeFinding('stale', `The figure is ${days} days old. Is there a newer one?`, [figure]))
  }
  return findings
}

function compareWithEarlier(figure: Figure, before: Figure): Finding[] {
  const [then, now] = [boundsOf(before.quantity), boundsOf(figure.quantity)]
  if (!then || !now) return []
  const numbers = `${inWords(before)} to ${inWords(figure)}`
  const findings: Finding[] = []
  if (now.max !== null && now.max < then.min) {
    findings.push(
      makeFinding('running-total-fell', `The running total fell from ${numbers}. Is this a correction?`, [
        figure,
        before,
      ]),
    )
  }
  if (then.min > 0 && now.min > 0 && (now.min >= then.min * 10 || now.min * 10 <= then.min)) {
    findings.push(
      makeFinding(
        'ten-times-jump',
        `The number went from ${numbers}, ten times or more. Is a digit too many or too few?`,
        [figure, before],
      ),
    )
  }
  if (areTransposed(then.min, now.min)) {
    findings.push(
      makeFinding('transposed-digits', `${numbers}: two digits stand the other way round. Check the quote.`, [
        figure,
        before,
      ]),
    )
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
