import { and, asc, desc, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { rolesHeld } from '@/db/repositories/read-sign-in'
import { apiKeys, invitations, sessions, users } from '@/db/schema/accounts'
import { crises } from '@/db/schema/crises'
import type { Instant } from '@/domain/time/instant'
import type { HeldRole } from '@/domain/workflow/actor'

/** Whether there is such a person, and they may sign in. */
export async function isEnabled(db: Queryable, userId: string): Promise<boolean> {
  const rows = await db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.disabledAt)))
  return rows.length > 0
}

/** A person who can sign in, or could. */
export interface Account {
  id: string
  name: string
  email: string
  hasSecondFactor: boolean
  disabledAt: Instant | null
  roles: HeldRole[]
}

const accountColumns = {
  id: users.id,
  name: users.name,
  email: users.email,
  hasSecondFactor: users.twoFactorEnabled,
  disabledAt: users.disabledAt,
  roles: rolesHeld,
}

export async function readAccount(db: Queryable, id: string): Promise<Account | undefined> {
  return (await db.select(accountColumns).from(users).where(eq(users.id, id)))[0]
}

/** By the address one signs in with, in lower case. */
export async function readAccountByEmail(db: Queryable, email: string): Promise<Account | undefined> {
  return (await db.select(accountColumns).from(users).where(eq(users.email, email)))[0]
}

/** Everybody, by name, with when they were last seen in a session that still stands. */
export async function readAccounts(db: Queryable): Promise<(Account & { lastSeenAt: Instant | null })[]> {
  const lastSeen = sql<string | null>`(select max(sessions.updated_at) from sessions where sessions.user_id = users.id)`
  const rows = await db
    .select({ ...accountColumns, lastSeenAt: lastSeen })
    .from(users)
    .orderBy(asc(users.name), asc(users.id))
  return rows.map((row) => ({ ...row, lastSeenAt: row.lastSeenAt && new Date(row.lastSeenAt).toISOString() }))
}

/** Whether anybody can administrate the installation. */
export async function hasAdministrator(db: Queryable): Promise<boolean> {
  const [row] = await db.execute<{ there: boolean }>(sql`select exists (select from held_roles
    join users on users.id = held_roles.user_id
    where role = 'administrator' and crisis_id is null and ended_at is null and disabled_at is null) as there`)
  return row?.there ?? false
}

const invitationColumns = {
  id: invitations.id,
  email: invitations.email,
  name: invitations.name,
  roles: invitations.roles,
  invitedBy: invitations.invitedBy,
  invitedAt: invitations.invitedAt,
  expiresAt: invitations.expiresAt,
}
const isOpenAt = (now: Instant) =>
  and(isNull(invitations.usedAt), isNull(invitations.revokedAt), gt(invitations.expiresAt, now))

/** Invitations that can still be accepted, the newest first. */
export async function readOpenInvitations(db: Queryable, now: Instant) {
  return await db.select(invitationColumns).from(invitations).where(isOpenAt(now)).orderBy(desc(invitations.invitedAt))
}
export type OpenInvitation = Awaited<ReturnType<typeof readOpenInvitations>>[number]

/** The open invitation of a token. */
export async function findInvitation(
  db: Queryable,
  { tokenHash, now }: { tokenHash: string; now: Instant },
): Promise<OpenInvitation | undefined> {
  const isAsked = and(eq(invitations.tokenHash, tokenHash), isOpenAt(now))
  return (await db.select(invitationColumns).from(invitations).where(isAsked))[0]
}

/** The sessions of a person that stand, the one used last first. */
export async function readSessions(
  db: Queryable,
  { userId, now, signedInAfter }: { userId: string; now: Date; signedInAfter: Date },
) {
  return await db
    .select({
      id: sessions.id,
      createdAt: sessions.createdAt,
      updatedAt: sessions.updatedAt,
      ipAddress: sessions.ipAddress,
      userAgent: sessions.userAgent,
    })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), gt(sessions.expiresAt, now), gt(sessions.createdAt, signedInAfter)))
    .orderBy(desc(sessions.updatedAt))
}

/** The keys of a person that were not revoked, the newest first. */
export async function readApiKeys(db: Queryable, userId: string) {
  return await db
    .select({
      id: apiKeys.id,
      label: apiKeys.label,
      prefix: apiKeys.prefix,
      createdAt: apiKeys.createdAt,
      expiresAt: apiKeys.expiresAt,
      lastUsedAt: apiKeys.lastUsedAt,
    })
    .from(apiKeys)
    .where(and(eq(apiKeys.userId, userId), isNull(apiKeys.revokedAt)))
    .orderBy(desc(apiKeys.createdAt))
}

/** Every crisis by its title, for choosing what a role is held for. */
export async function readCrisisTitles(db: Queryable): Promise<{ id: string; title: string }[]> {
  return await db.select({ id: crises.id, title: crises.title }).from(crises).orderBy(asc(crises.title))
}
