import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import * as accounts from '@/db/schema/accounts'
import * as auditLog from '@/db/schema/audit-log'
import * as citations from '@/db/schema/citations'
import * as crises from '@/db/schema/crises'
import * as disputes from '@/db/schema/disputes'
import * as documents from '@/db/schema/documents'
import * as events from '@/db/schema/events'
import * as figures from '@/db/schema/figures'
import * as idempotencyKeys from '@/db/schema/idempotency-keys'
import * as indicators from '@/db/schema/indicators'
import * as installationSecrets from '@/db/schema/installation-secrets'
import * as notes from '@/db/schema/notes'
import * as people from '@/db/schema/people'
import * as places from '@/db/schema/places'
import * as resolutions from '@/db/schema/resolutions'
import * as scopes from '@/db/schema/scopes'
import * as sending from '@/db/schema/sending'
import * as sitrepDrafts from '@/db/schema/sitrep-drafts'
import * as sitreps from '@/db/schema/sitreps'
import * as sources from '@/db/schema/sources'
import * as statements from '@/db/schema/statements'
import * as workflowEvents from '@/db/schema/workflow-events'

const schema = {
  ...accounts,
  ...auditLog,
  ...citations,
  ...crises,
  ...disputes,
  ...documents,
  ...events,
  ...figures,
  ...idempotencyKeys,
  ...indicators,
  ...installationSecrets,
  ...notes,
  ...people,
  ...places,
  ...resolutions,
  ...scopes,
  ...sending,
  ...sitrepDrafts,
  ...sitreps,
  ...sources,
  ...statements,
  ...workflowEvents,
}

/** Queries that read: their texts are few, since lists travel as one parameter. */
const isReading = /^\s*(select|with)\b/i

/**
 * Opens the database at an address. Sessions run in UTC. Reading queries outside of transactions are prepared and planned once for each
 * connection: to plan a dashboard's queries takes as long as a third of their work, and they walk the same indexes whatever the viewpoint. `close`
 * waits for queries under way.
 * A query on an unreachable server throws after `connectSeconds`, also when it has been away for long; the pool heals by itself when the
 * server is back.
 */
export function openDatabase(url: string, { connections = 10, connectSeconds = 2 } = {}) {
  const sql = postgres(url, {
    max: connections,
    connect_timeout: connectSeconds,
    // The library would wait ever longer before it tries again, up to 20 s, with queries waiting meanwhile.
    backoff: () => 0.1,
    idle_timeout: 60,
    connection: { TimeZone: 'UTC', application_name: 'attest', plan_cache_mode: 'force_generic_plan' },
    onnotice: () => {},
  })
  const { unsafe } = sql
  sql.unsafe = (query, parameters, options) => unsafe(query, parameters, { ...options, prepare: isReading.test(query) })
  return { db: drizzle(sql, { schema }), sql, close: () => sql.end({ timeout: 5 }) }
}

export type OpenDatabase = ReturnType<typeof openDatabase>
export type Database = OpenDatabase['db']
/** What a transaction's callback is given: the same queries, bound to the transaction. */
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]
/** Either: for repositories that do not care whether they run in a transaction. */
export type Queryable = Database | Transaction
