import type { QueryValues } from '@/domain/viewpoint/parse-viewpoint'

/** The address of a page with some parameters set (null or an empty list lets go of one) and the others kept. */
export function addressWith(
  path: string,
  query: QueryValues,
  changes: Record<string, string | readonly string[] | null>,
): string {
  const merged: Record<string, string | readonly string[] | null> = { ...query, ...changes }
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(merged)) {
    for (const text of [value ?? []].flat()) params.append(name, text)
  }
  const search = params.toString()
  return search ? `${path}?${search}` : path
}
