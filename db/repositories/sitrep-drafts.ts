import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Queryable, Transaction } from '@/db/client'
import { crises } from '@/db/schema/crises'
import { people } from '@/db/schema/people'
import { sitrepDrafts } from '@/db/schema/sitrep-drafts'
import { sitreps } from '@/db/schema/sitreps'
import type { DraftState, SitrepDraft } from '@/domain/sitrep/draft'

type DraftRow = typeof sitrepDrafts.$inferSelect

/** A draft as it is kept, with the ids the rules are about. */
export interface KeptDraft {
  draft: SitrepDraft
  crisisId: string
  authorIds: string[]
  approverId: string | null
  publisherId: string | null
}

/** Drafts of a crisis in these states, newest first. */
export async function loadDrafts(db: Queryable, crisisId: string, states: readonly DraftState[]): Promise<KeptDraft[]> {
  const rows = await db
    .select()
    .from(sitrepDrafts)
    .where(and(eq(sitrepDrafts.crisisId, crisisId), inArray(sitrepDrafts.state, [...states])))
    .orderBy(desc(sitrepDrafts.number), desc(sitrepDrafts.edition))
  return await withNames(db, rows)
}

/** Ids of the crises of which a report is written or published. */
export async function loadCrisesWithReports(db: Queryable): Promise<Set<string>> {
  const rows = await db.execute<{ id: string }>(
    sql`select crisis_id as id from ${sitrepDrafts} where state <> 'discarded' union select crisis_id from ${sitreps}`,
  )
  return new Set([...rows].map(({ id }) => id))
}

/** One draft, or undefined. */
export async function loadDraft(db: Queryable, id: string): Promise<KeptDraft | undefined> {
  const rows = await db.select().from(sitrepDrafts).where(eq(sitrepDrafts.id, id))
  return (await withNames(db, rows))[0]
}

/** The same, locked until the transaction ends: of two who change it, the second sees what the first did. */
export async function lockDraft(tx: Transaction, id: string): Promise<KeptDraft | undefined> {
  const rows = await tx.select().from(sitrepDrafts).where(eq(sitrepDrafts.id, id)).for('update')
  return (await withNames(tx, rows))[0]
}

/** Drafts somebody pressed "publish" on that are not out yet, oldest first. */
export async function loadPublishing(db: Queryable): Promise<{ id: string; publisherId: string }[]> {
  const rows = await db
    .select({ id: sitrepDrafts.id, publisherId: sitrepDrafts.publishBy })
    .from(sitrepDrafts)
    .where(eq(sitrepDrafts.state, 'publishing'))
    .orderBy(sitrepDrafts.updatedAt)
  return rows.flatMap(({ id, publisherId }) => (publisherId === null ? [] : [{ id, publisherId }]))
}

/** The number the next sitrep of a crisis gets: one more than every published one's and every open draft's. */
export async function nextNumber(db: Queryable, crisisId: string): Promise<number> {
  const [row] = await db.execute<{ next: number }>(sql`select 1 + greatest(
    (select coalesce(max(number), 0) from ${sitreps} where crisis_id = ${crisisId}),
    (select coalesce(max(number), 0) from ${sitrepDrafts} where crisis_id = ${crisisId} and state <> 'discarded')) as next`)
  return Number(row?.next ?? 1)
}

export async function insertDraft(tx: Transaction, draft: Omit<DraftRow, 'createdAt' | 'updatedAt'>): Promise<void> {
  const now = sql<string>`ledger_clock()`
  await tx.insert(sitrepDrafts).values({ ...draft, createdAt: now, updatedAt: now })
}

/** Changes a draft; its version rises unless only its state changes. */
export async function updateDraft(tx: Transaction, id: string, change: Partial<DraftRow>): Promise<void> {
  await tx
    .update(sitrepDrafts)
    .set({ ...change, updatedAt: sql<string>`ledger_clock()` })
    .where(eq(sitrepDrafts.id, id))
}

/** Whether a day's cut-off made a draft already. */
export async function hasDraftOfDay(db: Queryable, crisisId: string, day: string): Promise<boolean> {
  const rows = await db
    .select({ id: sitrepDrafts.id })
    .from(sitrepDrafts)
    .where(and(eq(sitrepDrafts.crisisId, crisisId), eq(sitrepDrafts.scheduledDay, day)))
  return rows.length > 0
}

/** The slug of the crisis a draft belongs to, or null. */
export async function loadCrisisSlugOfDraft(db: Queryable, id: string): Promise<string | null> {
  const [row] = await db
    .select({ slug: crises.slug })
    .from(sitrepDrafts)
    .innerJoin(crises, eq(crises.id, sitrepDrafts.crisisId))
    .where(eq(sitrepDrafts.id, id))
  return row?.slug ?? null
}

async function withNames(db: Queryable, rows: DraftRow[]): Promise<KeptDraft[]> {
  const ids = [
    ...new Set(rows.flatMap((row) => [...row.authors, row.updatedBy, row.requestedBy, row.approvedBy, row.crisisId])),
  ]
  const wanted = ids.filter((id) => id !== null)
  const named = wanted.length === 0 ? [] : await db.select().from(people).where(inArray(people.id, wanted))
  const slugs =
    wanted.length === 0
      ? []
      : await db.select({ id: crises.id, slug: crises.slug }).from(crises).where(inArray(crises.id, wanted))
  const nameOf = new Map(named.map(({ id, name }) => [id, name]))
  const slugOf = new Map(slugs.map(({ id, slug }) => [id, slug]))
  const name = (id: string | null) => (id === null ? null : (nameOf.get(id) ?? id))
  return rows.map((row) => ({
    crisisId: row.crisisId,
    authorIds: row.authors,
    approverId: row.approvedBy,
    publisherId: row.publishBy,
    draft: {
      id: row.id,
      crisis: slugOf.get(row.crisisId) ?? row.crisisId,
      number: row.number,
      edition: row.edition,
      version: row.version,
      state: row.state,
      content: row.content,
      authors: row.authors.map((id) => ({ id, name: name(id) ?? id })),
      createdAt: row.createdAt,
      updatedAt: row.updatedAt,
      updatedBy: name(row.updatedBy) ?? row.updatedBy,
      requestedBy: name(row.requestedBy),
      approvedBy: name(row.approvedBy),
      scheduledDay: row.scheduledDay,
      trouble: row.trouble,
    },
  }))
}
