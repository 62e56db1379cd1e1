import type { CheckGround } from '@/domain/checks/check-ground'
import { makeFinding } from '@/domain/checks/finding'
import type { Figure, Finding } from '@/domain/figure/figure'
import { endOfDay } from '@/domain/time/local-time'

/** Publication known by the day or month leaves room up to its end, whatever the zone. */
const slackMs = { minute: 60_000, hour: 3_600_000, day: 86_400_000 * 1.5, month: 86_400_000 * 32 } as const

/** No as-of, an as-of in the future or after the publication, places of another crisis. */
export function findTimeFindings(figure: Figure, { now, places, locale }: CheckGround): Finding[] {
  const findings: Finding[] = []
  const { asOf } = figure
  if (!asOf) {
    findings.push(makeFinding(locale, 'no-as-of', null, [figure]))
  } else {
    const today = endOfDay(now.slice(0, 10), 'UTC')
    if (asOf.start > now && asOf.end > today) {
      findings.push(makeFinding(locale, 'as-of-in-future', null, [figure]))
    }
    const published = figure.citations.flatMap(({ document: { publishedAt, publishedPrecision } }) =>
      publishedAt ? [Date.parse(publishedAt) + slackMs[publishedPrecision ?? 'minute']] : [],
    )
    if (published.length === figure.citations.length && Date.parse(asOf.start) > Math.max(...published)) {
      findings.push(makeFinding(locale, 'as-of-after-publication', null, [figure]))
    }
  }
  const outside = places ? figure.places.filter(({ id }) => !places.has(id)) : []
  if (outside.length > 0) {
    findings.push(makeFinding(locale, 'place-outside-crisis', { places: outside.map(({ name }) => name) }, [figure]))
  }
  return findings
}
