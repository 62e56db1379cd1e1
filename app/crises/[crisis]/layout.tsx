import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { crisisOfFrame, titleOfCrisis } from '@/app/_pages/crisis-of-frame'
import { isSignedIn } from '@/app/_pages/is-signed-in'
import { QuoteCards } from '@/components/citations/quote-cards'
import { SiteFooter } from '@/components/site/site-footer'
import { SiteHeader } from '@/components/site/site-header'

interface Props {
  params: Promise<{ crisis: string }>
  children: ReactNode
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const title = await titleOfCrisis((await params).crisis)
  const t = await getTranslations('site')
  if (title === null) return {}
  return { title: { default: `${title} · ${t('name')}`, template: `%s · ${title} · ${t('name')}` } }
}

/** The frame of a crisis's pages: its name and pages above, its disclaimer below, and the card in which quotes open. */
export default async function CrisisLayout({ params, children }: Props) {
  const crisis = await crisisOfFrame((await params).crisis)
  const [t, tCitation] = await Promise.all([getTranslations('dashboard'), getTranslations('citation')])
  if (!crisis) return children
  return (
    <>
      <SiteHeader crisis={crisis.slug} isSignedIn={await isSignedIn()} />
      <main id="content" tabIndex={-1} className="mx-auto max-w-page px-4 focus:outline-none md:px-8">
        {children}
      </main>
      <SiteFooter lines={[crisis.disclaimer, t('publishedBy', { publisher: crisis.publisher })].filter(Boolean)} />
      <QuoteCards card={tCitation('card')} close={tCitation('close')} copied={tCitation('copied')} />
    </>
  )
}
