import { type Column, type GetColumnData, getTableName, type SQL, sql } from 'drizzle-orm'
import { PgColumn } from 'drizzle-orm/pg-core'
import { fromUtcText } from '@/db/schema/column-types'

/** Columns under the names their values get. */
interface Shape {
  [name: string]: PgColumn | Shape
}

type RowOf<Given extends Shape> = {
  [Name in keyof Given]: Given[Name] extends Column
    ? GetColumnData<Given[Name], 'query'>
    : Given[Name] extends Shape
      ? RowOf<Given[Name]>
      : never
}

/** A row's values without their names, as `values` selects them. */
export type JsonValues = unknown[]

interface JsonRow<Row> {
  /** Selects one JSON list; null where nothing is selected for it. */
  values: SQL<JsonValues>
  /** The values under their names, instants spelled as everywhere. */
  read: (values: JsonValues) => Row
}

/**
 * Columns as one JSON value, for rows that are read by the thousand: a value of its own for each of forty columns takes several times as
 * long to read as the same values in one text, and writing their names and the spelling of instants into it takes as long as finding
 * the rows. The session runs in UTC.
 */
export function jsonRow<const Given extends Shape>(shape: Given): JsonRow<RowOf<Given>> {
  const columns: PgColumn[] = []
  const read = readerOf(shape, columns)
  // As text, made once: a chunk of SQL for each column would be looked through anew with every query.
  const names = columns.map((column) => `"${getTableName(column.table)}"."${column.name}"`)
  return {
    values: sql.raw(`json_build_array(${names.join(', ')})`) as SQL<JsonValues>,
    read: read as (values: JsonValues) => RowOf<Given>,
  }
}

/** Reads an object of the shape; adds the shape's columns to those that are selected. */
function readerOf(shape: Shape, columns: PgColumn[]): (values: JsonValues) => Record<string, unknown> {
  const readers = Object.entries(shape).map(([name, value]) => {
    if (!(value instanceof PgColumn)) return { name, read: readerOf(value, columns) }
    const at = columns.push(value) - 1
    const isInstant = value.getSQLType().startsWith('timestamp')
    return {
      name,
      read: isInstant ? (values: JsonValues) => toInstant(values[at]) : (values: JsonValues) => values[at],
    }
  })
  return (values) => {
    const row: Record<string, unknown> = {}
    for (const { name, read } of readers) row[name] = read(values)
    return row
  }
}

const toInstant = (value: unknown) => (typeof value === 'string' ? fromUtcText(value) : value)
