import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { PlainPage } from '@/app/_pages/plain-page'
import type { PageSearchParams } from '@/app/_server/read-search-params'
import { slugSchema } from '@/domain/crisis/crisis'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('subscriptions')
  return { title: t('confirmedTitle'), robots: { index: false } }
}

/** What is said once an address is confirmed. */
export default async function ConfirmedPage({ searchParams }: { searchParams: Promise<PageSearchParams> }) {
  const crisis = slugSchema.safeParse((await searchParams).crisis)
  const t = await getTranslations('subscriptions')
  return (
    <PlainPage title={t('confirmedTitle')} subtitle={t('confirmed')}>
      {crisis.success && <Link href={`/crises/${crisis.data}/sitreps`}>{t('toReports')}</Link>}
    </PlainPage>
  )
}
