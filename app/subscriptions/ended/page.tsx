import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PlainPage } from '@/app/_pages/plain-page'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('subscriptions')
  return { title: t('endedTitle'), robots: { index: false } }
}

/** What is said once a subscription has ended. */
export default async function EndedPage() {
  const t = await getTranslations('subscriptions')
  return <PlainPage title={t('endedTitle')} subtitle={t('ended')} />
}
