import { and, eq, isNull } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { newId } from '@/db/new-id'
import { writePeople } from '@/db/repositories/write-people'
import { apiKeys, credentials, heldRoles, twoFactors, users } from '@/db/schema/accounts'
import { people } from '@/db/schema/people'
import type { Instant } from '@/domain/time/instant'
import type { HeldRole } from '@/domain/workflow/actor'

export interface NewAccount {
  id: string
  name: string
  /** In lower case. */
  email: string
  passwordHash: string
  roles: readonly HeldRole[]
  /** The person who gave the roles; null: the installation itself. */
  grantedBy: string | null
}

/** Makes a person of the ledger who can sign in, with a password and roles. A taken address is refused by the database. */
export async function writeAccount(tx: Transaction, account: NewAccount, at: Instant): Promise<void> {
  const { id, name, email, passwordHash, roles, grantedBy } = account
  await writePeople(tx, [{ id, name }])
  await tx.insert(users).values({ id, name, email })
  await tx
    .insert(credentials)
    .values({ id: newId(), userId: id, accountId: id, providerId: 'credential', password: passwordHash })
  await grantRoles(tx, id, roles, { by: grantedBy, at })
}

/** Gives roles that the person does not hold. */
export async function grantRoles(
  tx: Transaction,
  userId: string,
  roles: readonly HeldRole[],
  { by, at }: { by: string | null; at: Instant },
): Promise<void> {
  if (roles.length === 0) return
  const rows = roles.map(({ role, crisis }) => ({
    id: newId(),
    userId,
    role,
    crisisId: crisis,
    grantedBy: by,
    grantedAt: at,
  }))
  await tx.insert(heldRoles).values(rows)
}

/** Ends roles that the person holds. */
export async function endRoles(
  tx: Transaction,
  userId: string,
  roles: readonly HeldRole[],
  { by, at }: { by: string; at: Instant },
): Promise<void> {
  for (const { role, crisis } of roles) {
    const isForIt = crisis === null ? isNull(heldRoles.crisisId) : eq(heldRoles.crisisId, crisis)
    await tx
      .update(heldRoles)
      .set({ endedBy: by, endedAt: at })
      .where(and(eq(heldRoles.userId, userId), eq(heldRoles.role, role), isForIt, isNull(heldRoles.endedAt)))
  }
}

/** Lets a person sign in no longer, or (null) again. */
export async function setDisabled(
  tx: Transaction,
  userId: string,
  disabled: { by: string; at: Instant } | null,
): Promise<void> {
  await tx
    .update(users)
    .set({ disabledAt: disabled?.at ?? null, disabledBy: disabled?.by ?? null, updatedAt: new Date() })
    .where(eq(users.id, userId))
}

/** Names a person anew, here and in the ledger. What is published keeps the name it was published with. */
export async function renamePerson(tx: Transaction, userId: string, name: string): Promise<void> {
  await tx.update(users).set({ name, updatedAt: new Date() }).where(eq(users.id, userId))
  await tx.update(people).set({ name }).where(eq(people.id, userId))
}

/** Takes the authenticator of a person away. */
export async function removeAuthenticator(tx: Transaction, userId: string): Promise<void> {
  await tx.delete(twoFactors).where(eq(twoFactors.userId, userId))
  await tx.update(users).set({ twoFactorEnabled: false, updatedAt: new Date() }).where(eq(users.id, userId))
}

export async function writeApiKey(tx: Transaction, key: typeof apiKeys.$inferInsert): Promise<void> {
  await tx.insert(apiKeys).values(key)
}

/** Ends a key of this person; false where there is none that holds. */
export async function revokeApiKeyRow(
  tx: Transaction,
  { id, userId, at }: { id: string; userId: string; at: Instant },
): Promise<boolean> {
  const ended = await tx
    .update(apiKeys)
    .set({ revokedAt: at, revokedBy: userId })
    .where(and(eq(apiKeys.id, id), eq(apiKeys.userId, userId), isNull(apiKeys.revokedAt)))
    .returning({ id: apiKeys.id })
  return ended.length > 0
}
