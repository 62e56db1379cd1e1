import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { apiKeys, heldRoles, sessions, users } from '@/db/schema/accounts'
import type { Instant } from '@/domain/time/instant'
import type { Actor, HeldRole } from '@/domain/workflow/actor'

/** The roles a user holds now, in one value, so that who asks is known by one query on `users`. */
export const rolesHeld = sql<
  HeldRole[]
>`coalesce((select jsonb_agg(jsonb_build_object('role', role, 'crisis', crisis_id)
  order by role, crisis_id) from ${heldRoles} where user_id = users.id and ended_at is null), '[]')`

/** The session with this token, its person enabled, begun after `signedInAfter` and not ended by `now`. */
export async function findSession(
  db: Queryable,
  { token, now, signedInAfter }: { token: string; now: Date; signedInAfter: Date },
): Promise<{ actor: Actor; sessionId: string; expiresAt: Date } | undefined> {
  const [row] = await db
    .select({ sessionId: sessions.id, expiresAt: sessions.expiresAt, id: users.id, name: users.name, roles: rolesHeld })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        eq(sessions.token, token),
        gt(sessions.expiresAt, now),
        gt(sessions.createdAt, signedInAfter),
        isNull(users.disabledAt),
      ),
    )
  if (!row) return undefined
  const { sessionId, expiresAt, ...actor } = row
  return { actor, sessionId, expiresAt }
}

/** Moves the end of a session on. */
export async function noteSessionUse(
  db: Queryable,
  { id, now, expiresAt }: { id: string; now: Date; expiresAt: Date },
): Promise<void> {
  await db.update(sessions).set({ expiresAt, updatedAt: now }).where(eq(sessions.id, id))
}

/** The key with this hash, neither revoked nor expired, its person enabled. */
export async function findApiKey(
  db: Queryable,
  { keyHash, now }: { keyHash: string; now: Instant },
): Promise<{ actor: Actor; keyId: string; lastUsedAt: Instant | null } | undefined> {
  const [row] = await db
    .select({ keyId: apiKeys.id, lastUsedAt: apiKeys.lastUsedAt, id: users.id, name: users.name, roles: rolesHeld })
    .from(apiKeys)
    .innerJoin(users, eq(users.id, apiKeys.userId))
    .where(
      and(
        eq(apiKeys.keyHash, keyHash),
        isNull(apiKeys.revokedAt),
        gt(apiKeys.expiresAt, now),
        isNull(users.disabledAt),
      ),
    )
  if (!row) return undefined
  const { keyId, lastUsedAt, ...actor } = row
  return { actor, keyId, lastUsedAt }
}

/** Notes when a key was last used. */
export async function noteKeyUse(db: Queryable, { id, now }: { id: string; now: Instant }): Promise<void> {
  await db.update(apiKeys).set({ lastUsedAt: now }).where(eq(apiKeys.id, id))
}
