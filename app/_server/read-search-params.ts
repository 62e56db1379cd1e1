import type { QueryValues } from '@/domain/viewpoint/parse-viewpoint'

/** Search parameters as Next hands them to a page. */
export type PageSearchParams = Record<string, string | string[] | undefined>

/** A page's search parameters by name, each with all its values. */
export function readSearchParams(searchParams: PageSearchParams): QueryValues {
  return Object.fromEntries(
    Object.entries(searchParams).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value : [value]]],
    ),
  )
}
