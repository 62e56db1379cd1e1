import { type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { type JsonValues, jsonRow } from '@/db/repositories/json-row'
import { loadSources } from '@/db/repositories/read-names'
import { levelsOpenTo, textArray } from '@/db/repositories/read-visibility'
import {
  type HideNames,
  hideNamesOf,
  keepAll,
  loadMaskedTexts,
  locatedOnly,
  type MaskedQuote,
  maskTexts,
} from '@/db/repositories/withheld-names'
import { citations, holdsMark } from '@/db/schema/citations'
import { documents } from '@/db/schema/documents'
import type { MaskedText } from '@/domain/document/mask-document'
import type { Citation } from '@/domain/figure/figure'
import { canSee, type Viewpoint } from '@/domain/viewpoint/viewpoint'

/** A version of a figure, note or dispute, named. */
export interface VersionId {
  id: string
  version: number
}

export const versionKey = ({ id, version }: VersionId) => `${id}:${version}`

const owners = { figure: citations.figureId, note: citations.noteId, dispute: citations.disputeId }

const citationRowOf = (owner: keyof typeof owners) =>
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
const citationRows = { figure: citationRowOf('figure'), note: citationRowOf('note'), dispute: citationRowOf('dispute') }

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

const maskedRow = jsonRow({
  document: citations.documentId,
  quote: citations.quote,
  start: citations.quoteStart,
  end: citations.quoteEnd,
})

/**
 * Citations of many versions as they are kept, with the documents of them that the audience may see. `masks`: those of the documents in which
 * names are withheld from it.
 */
export interface KeptCitations {
  rows: ReturnType<(typeof citationRows)[keyof typeof owners]['read']>[]
  documents: ReturnType<typeof documentRow.read>[]
  masks: Map<string, MaskedText>
}

/**
 * The citations of many versions at once, by `versionKey`, in their order, and the SHA-256 of the documents they cite. A citation of a
 * document the reader may not see is left out. Names withheld from the reader are masked in every quote, however old; `hideNamesIn` masks
 * them in the other words of a version.
 */
export async function loadCitations(
  db: Queryable,
  owner: keyof typeof owners,
  versions: readonly VersionId[],
  viewpoint: Viewpoint,
) {
  const kept = await findCitations(db, owner, versions, viewpoint)
  const publishers = kept.documents.map(({ publisherId }) => publisherId)
  return nameCitations(kept, await loadSources(db, publishers, viewpoint))
}

/** The same without the publishers' names, which alone depend on the viewpoint's clocks: for versions that are read at several. */
export async function findCitations(
  db: Queryable,
  owner: keyof typeof owners,
  versions: readonly VersionId[],
  { audience }: Pick<Viewpoint, 'audience'>,
): Promise<KeptCitations> {
  const quotesThatMask = canSee(audience, 'internal')
    ? sql``
    : sql`union all select null, null, ${maskedRow.values}, null from ${citations}
      where ${citations.documentId} in (select document_id from cited) and ${sql.raw(holdsMark)}`
  const { masked, ...found } = await selectCitations(db, owner, versions, {
    isOpen: sql`${documents.sensitivity} = any(${textArray(levelsOpenTo(audience))})`,
    quotesThatMask,
  })
  return { ...found, masks: await maskTexts(db, masked) }
}

/** Citations and documents as they were written, which never changes; who may see them does, and is not asked here. */
export async function findAllCitations(
  db: Queryable,
  owner: keyof typeof owners,
  versions: readonly VersionId[],
): Promise<Omit<KeptCitations, 'masks'>> {
  const { rows, documents } = await selectCitations(db, owner, versions, { isOpen: sql`true`, quotesThatMask: sql`` })
  return { rows, documents }
}

/** Of citations as they were written what the audience may see now. */
export async function showCitations(
  db: Queryable,
  { rows, documents: all }: Omit<KeptCitations, 'masks'>,
  viewpoint: Pick<Viewpoint, 'audience'>,
): Promise<KeptCitations> {
  const ids = all.map(({ id }) => id)
  const findClosed = async () =>
    await db
      .select({ id: documents.id })
      .from(documents)
      .where(
        sql`${documents.id} = any(${textArray(ids)}) and ${documents.sensitivity} <> all(${textArray(levelsOpenTo(viewpoint.audience))})`,
      )
  const [closed, masks] = await Promise.all([
    canSee(viewpoint.audience, 'internal') ? [] : findClosed(),
    loadMaskedTexts(db, ids, viewpoint),
  ])
  const hidden = new Set(closed.map(({ id }) => id))
  return { rows, documents: hidden.size === 0 ? all : all.filter(({ id }) => !hidden.has(id)), masks }
}

async function selectCitations(
  db: Queryable,
  owner: keyof typeof owners,
  versions: readonly VersionId[],
  { isOpen, quotesThatMask }: { isOpen: SQL; quotesThatMask: SQL },
): Promise<Omit<KeptCitations, 'masks'> & { masked: MaskedQuote[] }> {
  if (versions.length === 0) return { rows: [], documents: [], masked: [] }
  const ids = textArray(versions.map(({ id }) => id))
  const numbers = `{${versions.map(({ version }) => version).join(',')}}`
  // All at once, so that the ids of the documents need not travel there and back.
  const citationRow = citationRows[owner]
  const found = await db.execute<Record<'citation' | 'document' | 'masked', JsonValues | null>>(sql`
    with cited as materialized (
      select ${citations}.* from unnest(${ids}, ${numbers}::int[]) as wanted(id, version)
      join ${citations} on ${owners[owner]} = wanted.id and ${citations.version} = wanted.version
    )
    select ${citationRow.values} as citation, null::json as document, null::json as masked, ${citations.position} as place from cited as ${citations}
    union all
    select null, ${documentRow.values}, null, null from ${documents} where ${documents.id} in (select document_id from cited) and ${isOpen}
    ${quotesThatMask}
    order by place`)
  const rows = [...found]
  return {
    rows: rows.flatMap(({ citation }) => (citation ? citationRow.read(citation) : [])),
    documents: rows.flatMap(({ document }) => (document ? documentRow.read(document) : [])),
    masked: rows.flatMap(({ masked }) => (masked ? locatedOnly(maskedRow.read(masked)) : [])),
  }
}

/** Kept citations with their publishers, among `sources` as they are named at a viewpoint. */
export function nameCitations(
  { rows, documents, masks }: KeptCitations,
  sources: Map<string, { name: string }>,
): {
  citations: Map<string, Citation[]>
  hashes: Record<string, string>
  hideNamesIn: (version: VersionId) => HideNames
} {
  const cited = new Map<string, Citation['document']>()
  const hashes: Record<string, string> = {}
  for (const { id, title, url, publisherId, publishedAt, publishedPrecision, language, sha256 } of documents) {
    const publisher = { id: publisherId, name: sources.get(publisherId)?.name ?? publisherId }
    const shown = masks.get(id)?.maskWords(title) ?? title
    cited.set(id, { id, title: shown, url, publishedAt, publishedPrecision, language, publisher })
    if (sha256) hashes[id] = sha256
  }
  const byVersion = new Map<string, Citation[]>()
  const maskedOf = new Map<string, string[]>()
  for (const row of rows) {
    if (row.owner === null) continue
    const key = versionKey({ id: row.owner, version: row.version })
    const mask = masks.get(row.documentId)
    if (mask) maskedOf.set(key, [...(maskedOf.get(key) ?? []), row.documentId])
    const document = cited.get(row.documentId)
    if (!document) continue
    const { id, language, relation, start, end } = row
    const position = start === null || end === null ? null : { start, end }
    const quote = mask ? mask.maskQuote(row.quote, position) : row.quote
    const list = byVersion.get(key) ?? []
    list.push({ id, document, quote, language, relation, position })
    byVersion.set(key, list)
  }
  const hideNamesIn = (version: VersionId) =>
    masks.size === 0 ? keepAll : hideNamesOf(masks, maskedOf.get(versionKey(version)) ?? [])
  return { citations: byVersion, hashes, hideNamesIn }
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
