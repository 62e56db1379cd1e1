import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { CrisisPageProps } from '@/app/_pages/page-props'
import { ThemePageView } from '@/app/_pages/theme-page'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('displacement')
  return { title: t('title') }
}

export default function DisplacementPage(props: CrisisPageProps) {
  return <ThemePageView theme="displacement" {...props} />
}
