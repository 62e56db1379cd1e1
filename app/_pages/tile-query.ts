import type { KeyFigure } from '@/domain/crisis/crisis'
import { selectorsOf } from '@/domain/ledger/ledger-view'
import type { QueryValues } from '@/domain/viewpoint/parse-viewpoint'

const facets = ['status', 'age', 'sex', 'role', 'group'] as const

/**
 * The filter that shows the figures behind a key figure and its parts: each field holds what any of its scopes names, and is left out where
 * one of them leaves it open. Ordinary parameters, so that the files beside the table take them too.
 */
export function tileQuery(keyFigure: KeyFigure): QueryValues {
  const scopes = selectorsOf(keyFigure)
  const fields: [string, string[][]][] = [
    ['indicator', scopes.map(({ indicator }) => [indicator])],
    ...facets.map((facet): [string, string[][]] => [
      facet,
      scopes.map(({ population }) => [population[facet] ?? []].flat()),
    ]),
    ['place', scopes.map(({ places }) => places.map(({ id }) => id))],
    ['event', scopes.map(({ events }) => events)],
    ['basis', scopes.map(({ basis }) => [basis])],
  ]
  return Object.fromEntries(
    fields
      .filter(([, named]) => named.every((values) => values.length > 0))
      .map(([name, named]) => [name, [...new Set(named.flat())]]),
  )
}
