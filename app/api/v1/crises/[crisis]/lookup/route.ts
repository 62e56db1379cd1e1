import { byCrisis } from '@/app/_server/find-crisis-of'
import { json, route } from '@/app/_server/route'
import { operations } from '@/app/api/v1/_contract/operations'
import { findEntries } from '@/services/find-entries'

export const GET = route(operations.lookup, byCrisis, async ({ ctx, crisis, query: { kind, q } }) =>
  json({ items: await findEntries({ ctx, crisis, kind, typed: q }) }),
)
