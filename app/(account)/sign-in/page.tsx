import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { NarrowPage } from '@/app/_pages/narrow-page'
import { orStandIn } from '@/app/_pages/or-stand-in'
import { readNextPath } from '@/app/_pages/read-next-path'
import { getAsker } from '@/app/_server/context'
import type { PageSearchParams } from '@/app/_server/read-search-params'
import { SignInForm } from '@/components/account/sign-in-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.signIn')
  return { title: t('title'), robots: { index: false } }
}

/** Signing in, and on to the page (`next`) that asked for it. Whoever is signed in is led there at once. */
export default async function SignInPage({ searchParams }: { searchParams: Promise<PageSearchParams> }) {
  const next = readNextPath((await searchParams).next)
  const { signedIn } = await orStandIn('/sign-in', getAsker)
  if (signedIn) redirect(next)
  const t = await getTranslations('account.signIn')
  return (
    <NarrowPage title={t('title')} subtitle={t('subtitle')}>
      <SignInForm next={next} />
    </NarrowPage>
  )
}
