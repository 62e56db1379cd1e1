import type { PageSearchParams } from '@/app/_server/read-search-params'

/** What Next gives a page of a crisis. */
export interface CrisisPageProps {
  params: Promise<{ crisis: string }>
  searchParams: Promise<PageSearchParams>
}

/** The address a page was asked at, for the way back to it. */
export function pathWith(path: string, searchParams: PageSearchParams): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(searchParams)) {
    for (const text of [value ?? []].flat()) params.append(name, text)
  }
  const search = params.toString()
  return search ? `${path}?${search}` : path
}
