import { type PageSearchParams, readSearchParams } from '@/app/_server/read-search-params'
import {
  filterParameters,
  type ParsedQuery,
  type QueryValues,
  viewpointParameters,
} from '@/domain/viewpoint/parse-viewpoint'

/**
 * Of a page's search parameters what viewpoint and filter could use: what links and files carry on. Impossible values are named once, on the
 * page they were given to, and unknown parameters go no further; a file at the address without them equals the page.
 */
export function possibleQuery(
  { filter, defaulted }: Pick<ParsedQuery, 'filter' | 'defaulted'>,
  searchParams: PageSearchParams,
): QueryValues {
  const given = readSearchParams(searchParams)
  const values = [...viewpointParameters, ...filterParameters].map((name): [string, readonly string[]] => {
    if (name === 'asOf' || name === 'knownAt') return [name, defaulted[name] ? [] : firstOf(given[name])]
    if (name === 'from' || name === 'to') return [name, filter[name] === null ? [] : firstOf(given[name])]
    return [name, filter[name]]
  })
  return Object.fromEntries(values.filter(([, used]) => used.length > 0))
}

const firstOf = (values: readonly string[] = []) => values.filter((text) => text !== '').slice(0, 1)
