import type { Transaction } from '@/db/client'
import { newId } from '@/db/new-id'
import { writePeople } from '@/db/repositories/write-people'
import { credentials, heldRoles, users } from '@/db/schema/accounts'
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
