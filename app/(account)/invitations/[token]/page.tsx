import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { NarrowPage } from '@/app/_pages/narrow-page'
import { orStandIn } from '@/app/_pages/or-stand-in'
import { getContext } from '@/app/_server/context'
import { AcceptForm } from '@/components/account/accept-form'
import { listed } from '@/domain/wording/punctuation'
import { readInvitation } from '@/services/accounts/accept-invitation'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.invitation')
  return { title: t('title'), robots: { index: false }, referrer: 'no-referrer' }
}

/** Where an invitation's link leads: to one's own password, or a sentence about a link that opens no longer. */
export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const t = await getTranslations('account.invitation')
  const tRoles = await getTranslations('roles')
  const found = await orStandIn(`/invitations/${token}`, async () => readInvitation({ ctx: await getContext(), token }))
  if (!found) return <NarrowPage title={t('goneTitle')} subtitle={t('gone')} />
  const roles = listed(await getLocale(), [...new Set(found.roles.map(({ role }) => tRoles(role)))])
  return (
    <NarrowPage title={t('title')} subtitle={found.email === null ? t('firstSubtitle') : t('subtitle', { roles })}>
      <AcceptForm token={token} name={found.name ?? ''} email={found.email} />
    </NarrowPage>
  )
}
