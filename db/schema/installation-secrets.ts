import { pgTable, text } from 'drizzle-orm/pg-core'
import { bytes, instant } from '@/db/schema/column-types'

/** Random secrets of this installation, made at their first use: none has a default, and none stands in a file. */
export const installationSecrets = pgTable('installation_secrets', {
  name: text('name').primaryKey(),
  value: bytes('value').notNull(),
  createdAt: instant('created_at').notNull(),
})
