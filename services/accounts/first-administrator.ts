import type { Database } from '@/db/client'
import { newId } from '@/db/new-id'
import { hasAdministrator } from '@/db/repositories/read-accounts'
import { revokeFirstInvitations, writeInvitation } from '@/db/repositories/write-invitations'
import { firstLinkLifetime } from '@/services/accounts/limits'
import { makeToken } from '@/services/accounts/make-token'
import { recordAct } from '@/services/accounts/record-act'
import { toServiceError } from '@/services/database-errors'

/** Who acts where the installation itself does. */
const installation = { id: 'installation', name: 'This installation' }

/**
 * Makes the one-time link by which the first administrator joins, and ends the one made before. Answers the token, which is kept as its hash
 * alone; null once there is an administrator.
 * @throws ServiceError `unavailable`
 */
export async function inviteFirstAdministrator({ db, now }: { db: Database; now: Date }): Promise<string | null> {
  try {
    if (await hasAdministrator(db)) return null
    const { token, tokenHash } = makeToken()
    await db.transaction(async (tx) => {
      await revokeFirstInvitations(tx, now.toISOString())
      await writeInvitation(tx, {
        id: newId(),
        email: null,
        name: null,
        roles: [{ role: 'administrator', crisis: null }],
        tokenHash,
        invitedBy: null,
        invitedAt: now.toISOString(),
        expiresAt: new Date(now.getTime() + firstLinkLifetime).toISOString(),
      })
      await recordAct(tx, { actor: installation, action: 'invite-first-administrator', subject: 'installation' })
    })
    return token
  } catch (error) {
    throw toServiceError(error)
  }
}
