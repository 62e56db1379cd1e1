import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { orStandIn } from '@/app/_pages/or-stand-in'
import { PlainPage } from '@/app/_pages/plain-page'
import { getContext } from '@/app/_server/context'
import { TokenForm } from '@/components/subscriptions/token-form'
import { readEnding } from '@/services/sending/subscribe'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('subscriptions')
  return { title: t('endTitle'), robots: { index: false }, referrer: 'no-referrer' }
}

/** Where a mail's link leads by which its subscription is ended. */
export default async function EndPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const t = await getTranslations('subscriptions')
  const ending = await orStandIn(`/subscriptions/end/${token}`, async () =>
    readEnding({ ctx: await getContext(), token }),
  )
  if (!ending) return <PlainPage title={t('goneTitle')} subtitle={t('notOurs')} />
  if (ending.isEnded) return <PlainPage title={t('endedTitle')} subtitle={t('ended')} />
  return (
    <PlainPage title={t('endTitle')} subtitle={t('endBody', { crisis: ending.crisis.title })}>
      <TokenForm action="/api/subscriptions/end" token={token} submit={t('end')} />
    </PlainPage>
  )
}
