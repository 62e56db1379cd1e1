import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { requireSession } from '@/app/_pages/require-session'
import type { Asker } from '@/app/_server/context'
import { PageHeading } from '@/components/ui/page-heading'
import { listed } from '@/domain/wording/punctuation'
import { holdsRole, type Role } from '@/domain/workflow/actor'
import type { SignedIn } from '@/services/accounts/read-actor'

/**
 * Shows a page of the desk to whoever holds one of the roles for this crisis (null: for all; undefined: for any), and to others what it needs.
 * What the page reads and writes checks the right once more.
 */
export async function forRoles(
  roles: readonly Role[],
  crisis: string | null | undefined,
  show: (asker: Asker & { signedIn: SignedIn }) => Promise<ReactNode>,
): Promise<ReactNode> {
  const asker = await requireSession()
  const { actor } = asker.signedIn
  const isHeld = (role: Role) =>
    crisis === undefined ? actor.roles.some((held) => held.role === role) : holdsRole(actor, role, crisis)
  if (roles.some(isHeld)) return await show(asker)
  const [t, tRoles] = await Promise.all([getTranslations('admin'), getTranslations('roles')])
  return (
    <PageHeading
      title={t('notAllowed')}
      subtitle={t('notAllowedBody', {
        roles: listed(
          asker.ctx.locale,
          roles.map((role) => tRoles(role)),
        ),
      })}
    />
  )
}
