import { and, eq, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { newId } from '@/db/new-id'
import { textArray } from '@/db/repositories/read-visibility'
import { writeRows } from '@/db/repositories/write-rows'
import { scopeClaimants, scopes } from '@/db/schema/scopes'
import { type Scope, scopeKey } from '@/domain/figure/scope'

/** Makes sure that the scopes exist in the crisis, each with its claimants; answers their ids by `scopeKey`. */
export async function writeScopes(
  tx: Transaction,
  crisisId: string,
  used: readonly { scope: Scope; claimantId: string }[],
): Promise<Map<string, string>> {
  const byKey = new Map(used.map(({ scope }) => [scopeKey(scope), scope]))
  const rows = [...byKey].map(([key, { places, events, ...scope }]) => ({
    id: newId(),
    crisisId,
    key,
    ...scope,
    places: places.map(({ role, id }) => ({ role, id })),
    events: events.map(({ id }) => id),
  }))
  await writeRows(tx, scopes, rows, { skipKnown: true })
  const written = await tx
    .select({ id: scopes.id, key: scopes.key })
    .from(scopes)
    .where(and(eq(scopes.crisisId, crisisId), sql`${scopes.key} = any(${textArray(byKey.keys())})`))
  const ids = new Map(written.map(({ id, key }) => [key, id]))
  const pairs = new Map(
    used.map(({ scope, claimantId }) => {
      const scopeId = ids.get(scopeKey(scope)) ?? ''
      return [`${scopeId} ${claimantId}`, { scopeId, claimantId }]
    }),
  )
  await writeRows(tx, scopeClaimants, [...pairs.values()], { skipKnown: true })
  return ids
}
