import type { Queryable } from '@/db/client'
import { findApiKey, findSession, noteKeyUse, noteSessionUse } from '@/db/repositories/read-sign-in'
import { sha256 } from '@/db/sha256'
import type { Actor } from '@/domain/workflow/actor'
import { unattendedHeader } from '@/domain/workflow/unattended'
import { absoluteLimit, idleLimit, useNotedEvery } from '@/services/accounts/limits'
import { sessionTokenOf } from '@/services/accounts/session-cookie'
import { toServiceError } from '@/services/database-errors'

/** Who asks. `userId` is the id of the person in the ledger, as is `actor.id`; `sessionId` that of the session or of the key. */
export interface SignedIn {
  actor: Actor
  sessionId: string
  userId: string
  via: 'session' | 'api-key'
}

/**
 * Who a request is from, by its session cookie or its key (`Authorization: Bearer`), as things stand at this moment: a session or role
 * that was just ended, a person who was just disabled, count for nothing. Null for nobody; where a request carries neither, the database
 * is not asked. A session ends 30 minutes after its last use and 12 hours after signing in; what a page asks by itself (`unattendedHeader`) is no
 * use.
 * @throws ServiceError `unavailable`
 */
export async function readActor({
  db,
  headers,
  now,
}: {
  db: Queryable
  headers: Headers
  now: Date
}): Promise<SignedIn | null> {
  const authorization = headers.get('authorization')
  const token = sessionTokenOf(headers)
  if (authorization === null && token === null) return null
  try {
    // A request that shows a key is judged by it alone: a program's mistake must not act as the person at the browser.
    if (authorization !== null) return await byKey(db, authorization, now)
    return token === null ? null : await bySession(db, token, now, headers.has(unattendedHeader))
  } catch (error) {
    throw toServiceError(error)
  }
}

async function bySession(db: Queryable, token: string, now: Date, isUnattended: boolean): Promise<SignedIn | null> {
  const signedInAfter = new Date(now.getTime() - absoluteLimit)
  const found = await findSession(db, { token, now, signedInAfter })
  if (!found) return null
  const expiresAt = new Date(now.getTime() + idleLimit)
  if (!isUnattended && expiresAt.getTime() - found.expiresAt.getTime() >= useNotedEvery) {
    await noteSessionUse(db, { id: found.sessionId, now, expiresAt })
  }
  const { actor, sessionId } = found
  return { actor, sessionId, userId: actor.id, via: 'session' }
}

async function byKey(db: Queryable, authorization: string, now: Date): Promise<SignedIn | null> {
  const key = authorization.match(/^Bearer +(\S+)$/i)?.[1]
  const found = key ? await findApiKey(db, { keyHash: sha256(key), now: now.toISOString() }) : undefined
  if (!found) return null
  const { actor, keyId, lastUsedAt } = found
  if (lastUsedAt === null || now.getTime() - Date.parse(lastUsedAt) >= useNotedEvery) {
    await noteKeyUse(db, { id: keyId, now: now.toISOString() })
  }
  return { actor, sessionId: keyId, userId: actor.id, via: 'api-key' }
}
