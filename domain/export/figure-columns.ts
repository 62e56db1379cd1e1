import type { Column } from '@/domain/export/table'
import type { Citation, Figure, PlaceRef } from '@/domain/figure/figure'
import { type Scope, scopeOf } from '@/domain/figure/scope'
import type { Quantity } from '@/domain/quantity/quantity'

const placesWith = (places: PlaceRef[], wanted: PlaceRef['role']) =>
  places
    .filter(({ role }) => role === wanted)
    .map(({ name }) => name)
    .join('; ') || null

/** Whom a number counts, a column for each facet. */
export function scopeColumns<Item>(scopeOfItem: (item: Item) => Scope): Column<Item>[] {
  const column = (heading: string, cell: (scope: Scope) => string | null): Column<Item> => ({
    heading,
    cell: (item) => cell(scopeOfItem(item)),
  })
  return [
    column('indicator', ({ indicator }) => indicator),
    column('status', ({ population }) => population.status),
    column('age', ({ population }) => population.age),
    column('sex', ({ population }) => population.sex),
    column('role', ({ population }) => population.role),
    column('condition', ({ population }) => population.condition),
    column('disability', ({ population }) => population.disability),
    column('group', ({ population }) => population.group),
    column('at', ({ places }) => placesWith(places, 'at')),
    column('from', ({ places }) => placesWith(places, 'from')),
    column('to', ({ places }) => placesWith(places, 'to')),
    column('events', ({ events }) => events.map(({ title }) => title).join('; ') || null),
    column('basis', ({ basis }) => basis),
    column('unit', ({ unit }) => unit),
  ]
}

/** The ends as numbers, the qualifier and the words as published. */
export function quantityColumns<Item>(quantityOf: (item: Item) => Quantity | null): Column<Item>[] {
  return [
    { heading: 'qualifier', cell: (item) => quantityOf(item)?.qualifier ?? null },
    { heading: 'low', cell: (item) => quantityOf(item)?.low ?? null },
    { heading: 'high', cell: (item) => quantityOf(item)?.high ?? null },
    { heading: 'words', cell: (item) => quantityOf(item)?.words ?? null },
  ]
}

/** Where it can be read: the first citation in full, the addresses of the others after it. */
export function citationColumns<Item>(citationsOf: (item: Item) => Citation[]): Column<Item>[] {
  const column = (heading: string, cell: (citation: Citation) => string | null): Column<Item> => ({
    heading,
    cell: (item) => {
      const [first] = citationsOf(item)
      return first ? cell(first) : null
    },
  })
  return [
    column('quote', ({ quote }) => quote),
    column('quote_language', ({ language }) => language),
    column('relation', ({ relation }) => relation),
    column('document_id', ({ document }) => document.id),
    column('document_title', ({ document }) => document.title),
    column('document_publisher', ({ document }) => document.publisher.name),
    column('document_published_at', ({ document }) => document.publishedAt),
    column('document_url', ({ document }) => document.url),
    {
      heading: 'further_documents',
      cell: (item) =>
        citationsOf(item)
          .slice(1)
          .map(({ document }) => document.url ?? document.id)
          .join(' ') || null,
    },
  ]
}

/** A figure as a row. */
export const figureColumns: Column<Figure>[] = [
  { heading: 'id', cell: ({ id }) => id },
  { heading: 'version', cell: ({ version }) => version },
  { heading: 'crisis', cell: ({ crisis }) => crisis },
  ...scopeColumns<Figure>(scopeOf),
  { heading: 'population_words', cell: ({ populationWords }) => populationWords },
  ...quantityColumns<Figure>(({ quantity }) => quantity),
  { heading: 'basis_start', cell: ({ basis }) => basis.start },
  { heading: 'basis_end', cell: ({ basis }) => basis.end },
  { heading: 'nature', cell: ({ nature }) => nature },
  { heading: 'as_of_start', cell: ({ asOf }) => asOf?.start ?? null },
  { heading: 'as_of_end', cell: ({ asOf }) => asOf?.end ?? null },
  { heading: 'as_of_precision', cell: ({ asOf }) => asOf?.precision ?? null },
  { heading: 'as_of_stated', cell: ({ asOf }) => asOf?.stated ?? null },
  { heading: 'claimant_id', cell: ({ claimant }) => claimant.id },
  { heading: 'claimant', cell: ({ claimant }) => claimant.name },
  { heading: 'claimant_kind', cell: ({ claimant }) => claimant.kind },
  { heading: 'party', cell: ({ claimant }) => claimant.party },
  { heading: 'reliability', cell: ({ claimant }) => claimant.reliability },
  { heading: 'credibility', cell: ({ credibility }) => Number(credibility) },
  { heading: 'speaker', cell: ({ statement }) => statement.speaker },
  { heading: 'statement', cell: ({ statement }) => statement.id },
  { heading: 'office_check', cell: ({ officeCheck }) => officeCheck?.method ?? null },
  { heading: 'coverage', cell: ({ coverage }) => coverage },
  { heading: 'derived', cell: ({ derived }) => derived?.arithmetic ?? null },
  { heading: 'part_of', cell: ({ partOf }) => partOf },
  {
    heading: 'disputed_by',
    cell: ({ disputes }) => disputes.map(({ by, aspect }) => `${by.name} (${aspect})`).join('; ') || null,
  },
  { heading: 'state', cell: ({ state }) => state },
  { heading: 'known_from', cell: ({ knownFrom }) => knownFrom },
  { heading: 'known_to', cell: ({ knownTo }) => knownTo },
  ...citationColumns<Figure>(({ citations }) => citations),
]
