import { getTableColumns, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Transaction } from '@/db/client'

/** So many rows go into one statement: as JSON they are a few megabytes. */
const rowsPerStatement = 5000

/**
 * Inserts rows, in order, handed over as one JSON parameter per statement: PostgreSQL takes no more than 65,534 parameters, and building a
 * statement with one for every value costs more than the insert. Every row must have the keys of the first; a table's other columns take
 * their defaults. `skipKnown` leaves rows that are there already.
 */
export async function writeRows<Table extends PgTable>(
  tx: Transaction,
  table: Table,
  rows: readonly Table['$inferInsert'][],
  { skipKnown = false } = {},
): Promise<void> {
  const [first] = rows
  if (!first) return
  const given = Object.entries(getTableColumns(table)).filter(([key]) => Object.hasOwn(first, key))
  const columns = sql.join(
    given.map(([, column]) => sql.identifier(column.name)),
    sql`, `,
  )
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    const batch = rows
      .slice(start, start + rowsPerStatement)
      .map((row) => Object.fromEntries(given.map(([key, column]) => [column.name, toJson(Reflect.get(row, key))])))
    await tx.execute(sql`insert into ${table} (${columns})
      select ${columns} from json_populate_recordset(null::${table}, ${JSON.stringify(batch)}::json)
      ${skipKnown ? sql`on conflict do nothing` : sql``}`)
  }
}

/** Bytes as PostgreSQL writes them; everything else has a form in JSON. */
const toJson = (value: unknown) => (Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value)
