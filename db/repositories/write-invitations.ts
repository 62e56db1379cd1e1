import { and, eq, isNull } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { invitations } from '@/db/schema/accounts'
import type { Instant } from '@/domain/time/instant'

export async function writeInvitation(tx: Transaction, invitation: typeof invitations.$inferInsert): Promise<void> {
  await tx.insert(invitations).values(invitation)
}

const isUnended = and(isNull(invitations.usedAt), isNull(invitations.revokedAt))

/** Ends every link of a first start that was not used. */
export async function revokeFirstInvitations(tx: Transaction, at: Instant): Promise<void> {
  await tx
    .update(invitations)
    .set({ revokedAt: at })
    .where(and(isUnended, isNull(invitations.invitedBy)))
}

/** Ends an invitation; false where there is none that waits. */
export async function revokeInvitationRow(
  tx: Transaction,
  { id, by, at }: { id: string; by: string; at: Instant },
): Promise<boolean> {
  const ended = await tx
    .update(invitations)
    .set({ revokedAt: at, revokedBy: by })
    .where(and(eq(invitations.id, id), isUnended))
    .returning({ id: invitations.id })
  return ended.length > 0
}

/** Uses an invitation up, for the person it made; false where it was used or revoked meanwhile. */
export async function useInvitation(
  tx: Transaction,
  { id, by, at }: { id: string; by: string; at: Instant },
): Promise<boolean> {
  const used = await tx
    .update(invitations)
    .set({ usedAt: at, usedBy: by })
    .where(and(eq(invitations.id, id), isUnended))
    .returning({ id: invitations.id })
  return used.length > 0
}
