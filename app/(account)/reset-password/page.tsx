import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NarrowPage } from '@/app/_pages/narrow-page'
import { RequestResetForm } from '@/components/account/reset-forms'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.reset')
  return { title: t('title'), robots: { index: false } }
}

/** For whoever has forgotten their password. */
export default async function RequestResetPage() {
  const t = await getTranslations('account.reset')
  return (
    <NarrowPage title={t('title')} subtitle={t('subtitle')}>
      <RequestResetForm />
    </NarrowPage>
  )
}
