import type { z } from 'zod'
import type { CrisisAtRevision } from '@/app/_server/ask-crisis'
import { type Answer, type Asked, json, type LedgerAtRevision, ledgerRoute, route } from '@/app/_server/route'
import type { Operation } from '@/app/api/v1/_contract/operation'
import { pageQuery } from '@/app/api/v1/_contract/query'
import type { ExportTable } from '@/domain/export/table'
import type { Page, PageRequest } from '@/domain/paging/page'
import { writeCsv } from '@/formats/csv/write-csv'
import { writeXlsx } from '@/formats/xlsx/write-xlsx'

export const exportFormats = ['csv', 'xlsx'] as const
export type ExportFormat = (typeof exportFormats)[number]

type Find = (params: Record<string, string>) => Promise<CrisisAtRevision>
type Handler = ReturnType<typeof route>

/** A list: as JSON page by page, and as a file with all of it. */
export interface ListRoute {
  GET: Handler
  files: Record<ExportFormat, Handler>
}

/** Exports are read in pages of this size. */
const exportPage = 1000

/**
 * The handlers of a list route. `read` gives one page; `toTable` sets items in rows. A file holds the whole list unless `limit` asks for one
 * page of it.
 */
export function listRoute<const Route extends Operation, Item>(
  operation: Route,
  find: Find,
  read: (asked: Asked<z.output<Route['query']>>) => Promise<Page<Item>>,
  toTable: (items: Item[]) => ExportTable,
): ListRoute {
  const file = (format: ExportFormat): Handler =>
    route({ ...operation, query: withoutLimit(operation) }, find, async (asked) => {
      const items = await readWanted(read, asked as Asked<z.output<Route['query']>>, 'limit' in asked.query)
      return await toFile(format, `${asked.crisis.slug}-`, toTable(items))
    })
  return {
    GET: route(operation, find, async (asked) => json(await read(asked))),
    files: { csv: file('csv'), xlsx: file('xlsx') },
  }
}

/** The same for a list that is of no one crisis. */
export function ledgerListRoute<const Route extends Operation, Item>(
  operation: Route,
  find: () => Promise<LedgerAtRevision>,
  read: (asked: LedgerAsked) => Promise<Page<Item>>,
  toTable: (items: Item[]) => ExportTable,
): ListRoute {
  const file = (format: ExportFormat): Handler =>
    ledgerRoute({ ...operation, query: withoutLimit(operation) }, find, async (asked) =>
      toFile(format, '', toTable(await readWanted(read, asked, 'limit' in asked.query))),
    )
  return {
    GET: ledgerRoute(operation, find, async (asked) => json(await read(asked))),
    files: { csv: file('csv'), xlsx: file('xlsx') },
  }
}

type LedgerAsked = Pick<Asked<unknown>, 'ctx' | 'page'>

/** A file has no default limit. */
const withoutLimit = ({ query }: Operation) => query.extend({ limit: pageQuery.shape.limit.unwrap().optional() })

/** One page where a limit was given, else the list to its end. */
async function readWanted<PageAsked extends { page: PageRequest }, Item>(
  read: (asked: PageAsked) => Promise<Page<Item>>,
  asked: PageAsked,
  isLimited: boolean,
): Promise<Item[]> {
  if (isLimited) return (await read(asked)).items
  return await readToTheEnd((page) => read({ ...asked, page }), asked.page.cursor)
}

/** A list from a place in it to its end. */
export async function readToTheEnd<Item>(
  read: (page: PageRequest) => Promise<Page<Item>>,
  from: string | null,
): Promise<Item[]> {
  const items: Item[] = []
  let cursor = from
  do {
    const page = await read({ limit: exportPage, cursor })
    items.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== null)
  return items
}

const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** A table in a file's format, as an attachment. */
export async function toFile(format: ExportFormat, prefix: string, table: ExportTable): Promise<Answer> {
  const body = format === 'csv' ? writeCsv(table) : new Uint8Array(await writeXlsx(table))
  return {
    body,
    headers: {
      'Content-Type': mediaTypes[format],
      'Content-Disposition': `attachment; filename="${prefix}${table.name}.${format}"`,
    },
  }
}
