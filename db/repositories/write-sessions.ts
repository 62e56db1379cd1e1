import { and, eq, lt, ne } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { sessions, usedCodes } from '@/db/schema/accounts'

/** Ends the session with this token. */
export async function endSessionOfToken(db: Queryable, token: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.token, token))
}

/** Ends all sessions of a person, but the one with the id `except`. Answers how many. */
export async function endSessions(db: Queryable, userId: string, except: string | null = null): Promise<number> {
  const isOther =
    except === null ? eq(sessions.userId, userId) : and(eq(sessions.userId, userId), ne(sessions.id, except))
  return (await db.delete(sessions).where(isOther).returning({ id: sessions.id })).length
}

/** Notes that a code of an authenticator was used; false where it was before. Codes older than `forget` can no longer be valid and are dropped. */
export async function noteUsedCode(
  db: Queryable,
  { userId, code, at, forget }: { userId: string; code: string; at: Date; forget: Date },
): Promise<boolean> {
  await db.delete(usedCodes).where(and(eq(usedCodes.userId, userId), lt(usedCodes.at, forget.toISOString())))
  const noted = await db
    .insert(usedCodes)
    .values({ userId, code, at: at.toISOString() })
    .onConflictDoNothing()
    .returning({ code: usedCodes.code })
  return noted.length > 0
}
