import { type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { findAllCitations, type KeptCitations, type VersionId, versionKey } from '@/db/repositories/read-citations'
import { findVersions, hasFurther, isAmong, selectNamed, type VersionRow } from '@/db/repositories/read-figures'
import { figureVersions } from '@/db/schema/figures'
import { groupBy } from '@/domain/collection/group-by'

/** An approved version as it is kept, with all it cites, whoever may see it. */
export interface KeptVersion extends Omit<KeptCitations, 'masks'> {
  row: VersionRow
}

/** So many versions are kept in memory for each database, the least recently used dropped first: some kilobytes each. */
const most = 20_000

/** Versions by `versionKey`. Of each what can still change of it, as it was when the version was read. */
const kept = new WeakMap<Queryable, Map<string, { version: KeptVersion; state: string }>>()

/**
 * The approved versions that a SELECT of figure and version names, in the order of their ids. What it may name is for the SELECT to say.
 *
 * A version that was read before comes from memory: the database refuses every change of an approved version, of its statement and of its
 * citations (0001_rules.sql, 1 to 3), but for its end, which is compared with the one that was read, as is whether anything refers to it.
 */
export async function keepVersions(db: Queryable, chosen: SQL): Promise<KeptVersion[]> {
  const known = kept.get(db) ?? new Map<string, { version: KeptVersion; state: string }>()
  kept.set(db, known)
  const named = await db.execute<{ id: string; version: number; state: string }>(sql`
    select ${figureVersions.figureId} as id, ${figureVersions.version},
      concat(extract(epoch from ${figureVersions.knownTo}), ' ', ${hasFurther.disputes}, ${hasFurther.checks}, ${hasFurther.acknowledgements}) as state
    from ${figureVersions} where ${isAmong(chosen)} order by ${figureVersions.figureId}, ${figureVersions.version}`)
  const held = new Map<string, { version: KeptVersion; state: string }>()
  for (const version of named) {
    const key = versionKey(version)
    const one = known.get(key)
    if (one?.state === version.state) held.set(key, one)
  }
  const missing = new Map([...named].flatMap((one) => (held.has(versionKey(one)) ? [] : [[versionKey(one), one]])))
  for (const version of await readVersions(db, [...missing.values()])) {
    const key = versionKey(version.row)
    held.set(key, { version, state: missing.get(key)?.state ?? '' })
  }
  for (const [key, one] of held) {
    known.delete(key)
    known.set(key, one)
  }
  for (const key of known.keys()) {
    if (known.size <= most) break
    known.delete(key)
  }
  return [...named].flatMap((version) => held.get(versionKey(version))?.version ?? [])
}

async function readVersions(db: Queryable, versions: readonly VersionId[]): Promise<KeptVersion[]> {
  if (versions.length === 0) return []
  const [rows, cited] = await Promise.all([
    findVersions(db, { where: isAmong(selectNamed(versions)) }),
    findAllCitations(db, 'figure', versions),
  ])
  const documents = new Map(cited.documents.map((document) => [document.id, document]))
  const citations = groupBy(cited.rows, ({ owner, version }) => versionKey({ id: owner ?? '', version }))
  return rows.map((row) => {
    const own = citations.get(versionKey(row)) ?? []
    const ids = new Set(own.map(({ documentId }) => documentId))
    return { row, rows: own, documents: [...ids].flatMap((id) => documents.get(id) ?? []) }
  })
}

/** What many versions cite, each document once. */
export function citedBy(versions: Iterable<KeptVersion>): Omit<KeptCitations, 'masks'> {
  const rows: KeptCitations['rows'] = []
  const documents = new Map<string, KeptCitations['documents'][number]>()
  for (const version of versions) {
    for (const row of version.rows) rows.push(row)
    for (const document of version.documents) documents.set(document.id, document)
  }
  return { rows, documents: [...documents.values()] }
}
