import { pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from '@/db/schema/column-types'

/** Who entered or approved something, by the name under which it is shown. */
export const people = pgTable('people', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  createdAt: instant('created_at').notNull(),
})
