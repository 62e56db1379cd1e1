import type { CheckGround } from '@/domain/checks/check-ground'
import { makeFinding } from '@/domain/checks/finding'
import type { Figure, Finding } from '@/domain/figure/figure'
import { endOfDay } from '@/domain/time/local-time'

/** Publication known by the day or month leaves room up to its end, whatever the zone. */
const slackMs = { minute: 60_000, hour: 3_600_000, day: 86_400_000 * 1.5, month: 86_400_000 * 32 } as const

/** No as-of, an as-of in the future or after the publication, places of another crisis. */
export function findTimeFindings(figure: Figure, { now, places }: CheckGround): Finding[] {
  const findings: Finding[] = []
  const { asOf } = figure
  if (!asOf) {
    findings.push(
      makeFinding(
        'no-as-of',
        'The figure has no as-of and its publication no day: it stays out of series and headlines until one is known.',
        [figure],
      ),
    )
  } else {
    const today = endOfDay(now.slice(0, 10), 'UTC')
    if (asOf.start > now && asOf.end > today) {
      findings.push(
        makeFinding('as-of-in-future', `The as-of ${asOf.start} lies in the future. Check the day and the year.`, [
          figure,
        ]),
      )
    }
    const published = figure.citations.flatMap(({ document: { publishedAt, publishedPrecision } }) =>
      publishedAt ? [Date.parse(publishedAt) + slackMs[publishedPrecision ?? 'minute']] : [],
    )
    if (published.length === figure.citations.length && Date.parse(asOf.start) > Math.max(...published)) {
      findings.push(
        makeFinding(
          'as-of-after-publication',
          `The as-of ${asOf.start} lies after the publication it is read from. Check both.`,
          [figure],
        ),
      )
    }
  }
  const outside = places ? figure.places.filter(({ id }) => !places.has(id)) : []
  if (outside.length > 0) {
    const names = outside.map(({ name }) => name).join(', ')
    findings.push(
      makeFinding(
        'place-outside-crisis',
        `${names} does not belong to this crisis. Is another place of the same name meant?`,
        [figure],
      ),
    )
  }
  return findings
}
