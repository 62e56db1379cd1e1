import type { Figure, Finding } from '@/domain/figure/figure'
import type { Locale } from '@/domain/viewpoint/viewpoint'
import { type FindingCode, type FindingValues, wordFinding } from '@/domain/wording/finding-words'

/** The codes, and whether each is grave: a grave one stops. */
export const findingCodes = {
  'running-total-fell': false,
  'part-exceeds-whole': true,
  'parts-do-not-sum': false,
  'relays-differ': false,
  'ten-times-jump': false,
  'transposed-digits': false,
  'duplicate-statement': false,
  'as-of-in-future': true,
  'as-of-after-publication': true,
  'number-not-in-quote': false,
  'number-in-quote-unused': false,
  'unit-mixed': true,
  'overlapping-periods': false,
  'no-as-of': false,
  'place-outside-crisis': false,
  stale: false,
} as const satisfies Record<FindingCode, boolean>

/** A finding that nobody has acknowledged yet, in words of this language. */
export function makeFinding<Code extends FindingCode>(
  locale: Locale,
  code: Code,
  values: FindingValues[Code],
  figures: Figure[],
): Finding {
  const message = wordFinding(locale, code, values)
  return { code, grave: findingCodes[code], message, figures: figures.map(({ id }) => id), acknowledged: null }
}

/** The rule for each of them: a grave one stops, any other is asked a reason for, which is kept. */
export const asksForReason = ({ grave }: Pick<Finding, 'grave'>): boolean => !grave

/** The findings that nobody gave a reason for yet; `reasons` by code. */
export function findUnanswered<Found extends Pick<Finding, 'code' | 'grave'>>(
  findings: readonly Found[],
  reasons: Readonly<Record<string, string>>,
): Found[] {
  return findings.filter((finding) => asksForReason(finding) && !reasons[finding.code]?.trim())
}

/** A quantity as the source worded it, for a message. */
export function inWords({ quantity }: Figure): string {
  return quantity.words ? `"${quantity.words}"` : String(quantity.low ?? quantity.high ?? '')
}
