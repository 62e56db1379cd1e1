import type { CheckGround } from '@/domain/checks/check-ground'
import { inWords, makeFinding } from '@/domain/checks/finding'
import { groupBy } from '@/domain/collection/group-by'
import type { Figure, Finding } from '@/domain/figure/figure'
import { addSums, nothing, toSum } from '@/domain/quantity/add'
import { boundsOf } from '@/domain/quantity/bounds'
import type { Locale } from '@/domain/viewpoint/viewpoint'

/** A part never exceeds its whole; parts that share a whole and exclude one another should sum to it. */
export function findPartFindings(figure: Figure, { byId, byWhole, locale }: CheckGround): Finding[] {
  const whole = figure.partOf ? byId.get(figure.partOf) : undefined
  const exceeds = whole ? findExcess(figure, whole, locale) : []
  const parts = (byWhole.get(figure.id) ?? []).filter(({ state }) => state !== 'withdrawn')
  return [
    ...exceeds,
    ...parts.flatMap((part) => findExcess(part, figure, locale)),
    ...findWrongSum(figure, parts, locale),
  ]
}

function findExcess(part: Figure, whole: Figure, locale: Locale): Finding[] {
  const [least, most] = [boundsOf(part.quantity)?.min ?? 0, boundsOf(whole.quantity)?.max ?? null]
  if (most === null || least <= most || part.unit !== whole.unit) return []
  return [makeFinding(locale, 'part-exceeds-whole', { part: inWords(part), whole: inWords(whole) }, [part, whole])]
}

/** Parts that divide the whole along one facet (men, women, children; one ministry and another) and whose counts are exact. */
function findWrongSum(whole: Figure, parts: Figure[], locale: Locale): Finding[] {
  const max = boundsOf(whole.quantity)?.max ?? null
  if (whole.quantity.qualifier !== 'exact' || max === null) return []
  const rows = [
    ...groupBy(
      parts,
      ({ statement, places }) =>
        `${statement.id} ${places.length > 0 && places.some(({ id }) => !whole.places.some((place) => place.id === id)) ? 'places' : 'people'}`,
    ).values(),
  ]
  return rows.flatMap((row) => {
    const isExact =
      row.length > 1 && row.every(({ quantity, unit }) => quantity.qualifier === 'exact' && unit === whole.unit)
    if (!isExact || !areDisjoint(row)) return []
    const sum = row.map(({ quantity }) => toSum(quantity)).reduce(addSums, nothing).quantity.low ?? 0
    if (sum === max) return []
    const numbers = { parts: row.map(inWords), sum, whole: inWords(whole) }
    return [makeFinding(locale, 'parts-do-not-sum', numbers, [whole, ...row])]
  })
}

/** No two of them can count the same person: different places, or one facet on which all of them differ. */
function areDisjoint(parts: Figure[]): boolean {
  const differ = (facetOf: (part: Figure) => string | null) => {
    const values = parts.map(facetOf)
    return values.every((value) => value !== null) && new Set(values).size === parts.length
  }
  const facets = ['status', 'age', 'sex', 'role', 'group'] as const
  return (
    differ(
      ({ places }) =>
        places
          .map(({ id }) => id)
          .sort()
          .join(' ') || null,
    ) || facets.some((facet) => differ(({ population }) => population[facet]))
  )
}
