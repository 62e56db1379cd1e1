import { asc, eq, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { isCleared } from '@/db/repositories/read-visibility'
import { crises, headlinePolicies, ledgerRevision } from '@/db/schema/crises'
import { figureVersions } from '@/db/schema/figures'
import { indicators } from '@/db/schema/indicators'
import type { Crisis } from '@/domain/crisis/crisis'
import type { Indicator, ListedIndicator } from '@/domain/indicator/indicator'
import type { Instant } from '@/domain/time/instant'
import type { Viewpoint } from '@/domain/viewpoint/viewpoint'

type CrisisRow = typeof crises.$inferSelect

function toCrisis({ loadedAt: _, ...crisis }: CrisisRow): Crisis {
  return crisis
}

/** All crises, by title. */
export async function loadCrises(db: Queryable): Promise<Crisis[]> {
  const rows = await db.select().from(crises).orderBy(asc(crises.title), asc(crises.id))
  return rows.map(toCrisis)
}

/** One crisis, or null. */
export async function loadCrisis(db: Queryable, slug: string): Promise<Crisis | null> {
  const [row] = await db.select().from(crises).where(eq(crises.slug, slug))
  return row ? toCrisis(row) : null
}

/** The crisis with the headline policy of the moment looked at: a view as known then is chosen by the policy of then. */
export async function withPolicyOf(db: Queryable, crisis: Crisis, { knownAt }: Viewpoint): Promise<Crisis> {
  const [row] = await db
    .select({ policy: headlinePolicies.policy })
    .from(headlinePolicies)
    .where(eq(headlinePolicies.crisisId, crisis.id))
    .orderBy(
      sql`${headlinePolicies.knownFrom} <= ${knownAt}::timestamptz desc`,
      sql`case when ${headlinePolicies.knownFrom} <= ${knownAt}::timestamptz then ${headlinePolicies.knownFrom} end desc`,
      asc(headlinePolicies.knownFrom),
    )
    .limit(1)
  return row ? { ...crisis, policy: row.policy } : crisis
}

/** The revision of what spans crises, raised by every change of a source, a place or the codelist. */
export async function loadLedgerRevision(db: Queryable): Promise<number> {
  const [row] = await db.select({ revision: ledgerRevision.revision }).from(ledgerRevision)
  return row?.revision ?? 0
}

/** The revisions of the crisis with this slug and of what spans crises; null where there is no such crisis. */
export async function loadRevisions(db: Queryable, slug: string): Promise<{ crisis: number; ledger: number } | null> {
  const [row] = await db
    .select({ crisis: crises.revision, ledger: ledgerRevision.revision })
    .from(crises)
    .innerJoin(ledgerRevision, sql`true`)
    .where(eq(crises.slug, slug))
  return row ?? null
}

/** The codelist, in the order lists show it. */
export async function loadIndicators(db: Queryable): Promise<Indicator[]> {
  return (await loadListedIndicators(db)).map(({ version: _, ...indicator }) => indicator)
}

/** The same with the version of each row. */
export async function loadListedIndicators(db: Queryable): Promise<ListedIndicator[]> {
  const rows = await db.select().from(indicators).orderBy(asc(indicators.position))
  return rows.map(({ position: _, ...indicator }) => indicator)
}

/** Tables whose rows belong to a crisis and have an address of their own. */
const addressed = {
  figure: sql`figures`,
  note: sql`notes`,
  document: sql`documents`,
  statement: sql`statements`,
  event: sql`events`,
  dispute: sql`disputes`,
  source: sql`sources`,
  place: sql`places`,
  resolution: sql`resolutions`,
  independence: sql`source_independences`,
}
export type AddressedNoun = keyof typeof addressed

/** The slug of the crisis an object belongs to, or null where there is no such object. Says nothing of who may see it. */
export async function loadCrisisSlugOf(db: Queryable, noun: AddressedNoun, id: string): Promise<string | null> {
  const [row] = await db.execute<{ slug: string }>(
    sql`select crises.slug from ${addressed[noun]} as object join crises on crises.id = object.crisis_id where object.id = ${id}`,
  )
  return row?.slug ?? null
}

/** When the newest figure that the reader may see was approved, by crisis id; crises without one are left out. */
export async function loadNewestApprovals(db: Queryable, viewpoint: Viewpoint): Promise<Map<string, Instant>> {
  const rows = await db.execute<{ id: string; at: string }>(sql`
    select ${crises.id}, newest.known_from as at from ${crises} cross join lateral (
      select ${figureVersions.knownFrom} from ${figureVersions}
      where ${figureVersions.crisisId} = ${crises.id} and ${figureVersions.knownFrom} <= ${viewpoint.knownAt}::timestamptz and ${isCleared(figureVersions, viewpoint)}
      order by ${figureVersions.knownFrom} desc limit 1
    ) as newest`)
  return new Map([...rows].map(({ id, at }) => [id, new Date(at).toISOString()]))
}
