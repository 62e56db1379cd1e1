import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NarrowPage } from '@/app/_pages/narrow-page'
import { ResetForm } from '@/components/account/reset-forms'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.reset')
  return { title: t('newTitle'), robots: { index: false }, referrer: 'no-referrer' }
}

/** Where a link for a new password leads. Whether it still opens is told when it is used, so that looking uses nothing up. */
export default async function ResetPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const t = await getTranslations('account.reset')
  return (
    <NarrowPage title={t('newTitle')} subtitle={t('newSubtitle')}>
      <ResetForm token={token} />
    </NarrowPage>
  )
}
