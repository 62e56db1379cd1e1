import { type PageSearchParams, readSearchParams } from '@/app/_server/read-search-params'
import { actFilterOf } from '@/app/api/v1/_answers/audit-list'
import { actQuery, pageQuery } from '@/app/api/v1/_contract/query'
import type { ActFilter } from '@/domain/audit/listed-act'

/** What the address of the audit log asks for; impossible values are left out. `values`: the filter as the address has it. */
export function actFilter(searchParams: PageSearchParams) {
  const given = readSearchParams(searchParams)
  const values: Record<string, string> = {}
  for (const [name, schema] of Object.entries(actQuery.shape)) {
    const parsed = schema.safeParse(given[name]?.[0])
    if (parsed.success && parsed.data) values[name] = parsed.data
  }
  const cursor = pageQuery.shape.cursor.safeParse(given.cursor?.[0])
  const filter: ActFilter = actFilterOf(values)
  return { filter, values, cursor: (cursor.success && cursor.data) || null, isChecking: given.check?.[0] === 'chain' }
}
