import type { Queryable } from '@/db/client'
import { appendAudit } from '@/db/repositories/write-audit'
import type { Json } from '@/domain/canonical/canonical-json'

/** Somebody who is not known: an address nobody has, or a request of nobody. */
export const nobody = { id: 'nobody', name: 'Nobody signed in' }

/** Puts into the audit log what was done at the door (signing in and out, failing to, an authenticator), which writes nothing to the ledger. */
export async function recordAct(
  db: Queryable,
  {
    actor,
    action,
    subject,
    details = {},
  }: { actor: { id: string; name: string }; action: string; subject: string; details?: Json },
): Promise<void> {
  await db.transaction((tx) =>
    appendAudit(tx, {
      actorId: actor.id,
      actorName: actor.name,
      action,
      crisisId: null,
      subject,
      details,
      rows: details,
    }),
  )
}
