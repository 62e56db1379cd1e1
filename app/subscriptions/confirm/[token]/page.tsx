import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { orStandIn } from '@/app/_pages/or-stand-in'
import { PlainPage } from '@/app/_pages/plain-page'
import { getContext } from '@/app/_server/context'
import { TokenForm } from '@/components/subscriptions/token-form'
import { readConfirmation } from '@/services/sending/subscribe'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('subscriptions')
  return { title: t('confirmTitle'), robots: { index: false }, referrer: 'no-referrer' }
}

/** Where the link leads by which an address is confirmed. */
export default async function ConfirmPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const t = await getTranslations('subscriptions')
  const crisis = await orStandIn(`/subscriptions/confirm/${token}`, async () =>
    readConfirmation({ ctx: await getContext(), token }),
  )
  if (!crisis) return <PlainPage title={t('goneTitle')} subtitle={t('gone')} />
  return (
    <PlainPage title={t('confirmTitle')} subtitle={t('confirmBody', { crisis: crisis.title })}>
      <TokenForm action="/api/subscriptions/confirm" token={token} submit={t('confirm')} />
    </PlainPage>
  )
}
