import { groupBy } from '@/domain/collection/group-by'
import type { Figure } from '@/domain/figure/figure'
import type { LedgerView } from '@/domain/ledger/ledger-view'
import { takesPart } from '@/domain/viewpoint/in-view'

/**
 * Parts of one whole in one statement that count as many people and name them differently, each in another document: "four soldiers" and
 * "four police officers". They are relays that differ, not people to be added. At the view's viewpoint, two or more to a group.
 */
export function findDifferingParts(view: LedgerView): Figure[][] {
  const parts = view.slice.figures
    .filter(
      (figure) => figure.partOf !== null && figure.population.role !== null && takesPart(figure, view.slice.viewpoint),
    )
    .sort(bySize)
  const groups = groupBy(parts, ({ statement, partOf, quantity, indicator }) =>
    JSON.stringify([statement.id, partOf, quantity.low, quantity.high, indicator]),
  )
  return [...groups.values()].filter(
    (group) => new Set(group.map(({ population }) => population.role)).size > 1 && doDocumentsDiffer(group),
  )
}

/** The parts of a figure in reading order, those that differ by relay last and marked so. */
export function orderParts(view: LedgerView, whole: string): { part: Figure; isAlternative: boolean }[] {
  const parts = view
    .partsOf(whole)
    .filter((part) => takesPart(part, view.slice.viewpoint))
    .sort(bySize)
  const differing = findDifferingParts(view).find(([first]) => first?.partOf === whole) ?? []
  return [
    ...parts.filter((part) => !differing.includes(part)).map((part) => ({ part, isAlternative: false })),
    ...differing.map((part, index) => ({ part, isAlternative: index > 0 })),
  ]
}

/** The largest first, of equals the one published first: a sentence reads the same in whatever order the ledger was read or entered. */
const bySize = (a: Figure, b: Figure) => sizeOf(b) - sizeOf(a) || (placeOf(a) < placeOf(b) ? -1 : 1)

const sizeOf = ({ quantity }: Figure) => quantity.low ?? quantity.high ?? -1
const placeOf = ({ citations, id }: Figure) =>
  `${citations.map(({ document }) => `${document.publishedAt ?? '~'} ${document.title}`).sort()[0] ?? '~'} ${id}`

const doDocumentsDiffer = (group: Figure[]) => {
  const documents = group.map(({ citations }) =>
    citations
      .map(({ document }) => document.id)
      .sort()
      .join(' '),
  )
  return new Set(documents).size === group.length
}
