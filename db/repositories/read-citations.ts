import { asc, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { jsonRow } from '@/db/repositories/json-row'
import { loadSources } from '@/db/repositories/read-names'
import { levelsOpenTo, textArray } from '@/db/repositories/read-visibility'
import { citations } from '@/db/schema/citations'
import { documents } from '@/db/schema/documents'
import type { Citation } from '@/domain/figure/figure'
import type { Viewpoint } from '@/domain/viewpoint/viewpoint'

/** A version of a figure, note or dispute, named. */
export interface VersionId {
  id: string
  version: number
}

export const versionKey = ({ id, version }: VersionId) => `${id}:${version}`

const owners = { figure: citations.figureId, note: citations.noteId, dispute: citations.disputeId }

const citationRow = (owner: keyof typeof owners) =>
  jsonRow({
    owner: owners[owner],
    version: citations.version,
    id: citations.id,
    documentId: citations.documentId,
    quote: citations.quote,
    language: citations.language,
    relation: citations.relation,
    start: citations.quoteStart,
    end: citations.quoteEnd,
  })
const citationRows = { figure: citationRow('figure'), note: citationRow('note'), dispute: citationRow('dispute') }

const documentRow = jsonRow({
  id: documents.id,
  title: documents.title,
  url: documents.url,
  publisherId: documents.publisherId,
  publishedAt: documents.publishedAt,
  publishedPrecision: documents.publishedPrecision,
  language: documents.language,
  sha256: documents.sha256,
})

/**
 * The citations of many versions at once, by `versionKey`, in their order, and the SHA-256 of the documents they cite. A citation of a
 * document the reader may not see is left out.
 */
export async function loadCitations(
  db: Queryable,
  owner: keyof typeof owners,
  versions: readonly VersionId[],
  viewpoint: Viewpoint,
): Promise<{ citations: Map<string, Citation[]>; hashes: Record<string, string> }> {
  if (versions.length === 0) return { citations: new Map(), hashes: {} }
  const ids = textArray(versions.map(({ id }) => id))
  const numbers = `{${versions.map(({ version }) => version).join(',')}}`
  const rows = await db
    .select({ row: citationRows[owner] })
    .from(citations)
    .innerJoin(
      sql`unnest(${ids}, ${numbers}::int[]) as wanted(id, version)`,
      sql`wanted.id = ${owners[owner]} and wanted.version = ${citations.version}`,
    )
    .orderBy(asc(citations.position))
  const cited = await loadCitedDocuments(db, new Set(rows.map(({ row }) => row.documentId)), viewpoint)
  const byVersion = new Map<string, Citation[]>()
  for (const { row } of rows) {
    const document = cited.get(row.documentId)
    if (!document || row.owner === null) continue
    const { id, quote, language, relation, start, end } = row
    const position = start === null || end === null ? null : { start, end }
    const key = versionKey({ id: row.owner, version: row.version })
    const list = byVersion.get(key) ?? []
    list.push({ id, document: document.cited, quote, language, relation, position })
    byVersion.set(key, list)
  }
  const hashes = [...cited.values()].flatMap(({ cited: { id }, sha256 }) => (sha256 ? [[id, sha256] as const] : []))
  return { citations: byVersion, hashes: Object.fromEntries(hashes) }
}

async function loadCitedDocuments(db: Queryable, ids: Set<string>, viewpoint: Viewpoint) {
  if (ids.size === 0) return new Map()
  const rows = await db
    .select({ row: documentRow })
    .from(documents)
    .where(
      sql`${documents.id} = any(${textArray(ids)}) and ${documents.sensitivity} = any(${textArray(levelsOpenTo(viewpoint.audience))})`,
    )
  const publishers = await loadSources(
    db,
    rows.map(({ row }) => row.publisherId),
    viewpoint,
  )
  return new Map(
    rows.map(({ row: { publisherId, sha256, ...document } }) => {
      const publisher = { id: publisherId, name: publishers.get(publisherId)?.name ?? publisherId }
      return [document.id, { cited: { ...document, publisher }, sha256 }]
    }),
  )
}

/**
 * Whether a version has a citation the reader may see; without one nothing could be shown for it. The first half is decided once for the
 * crisis and spares the look-up per version where no document is restricted.
 */
export function hasVisibleCitation(
  owner: keyof typeof owners,
  version: { crisisId: string; id: unknown; version: unknown },
  { audience }: Viewpoint,
) {
  if (audience === 'internal') return sql`true`
  const levels = textArray(levelsOpenTo(audience))
  return sql`(
    not exists (select 1 from ${documents} where ${documents.crisisId} = ${version.crisisId} and ${documents.sensitivity} <> 'public')
    or exists (
      select 1 from ${citations} join ${documents} on ${documents.id} = ${citations.documentId}
      where ${owners[owner]} = ${version.id} and ${citations.version} = ${version.version} and ${documents.sensitivity} = any(${levels})
    )
  )`
}
