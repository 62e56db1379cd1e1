import { getTranslations } from 'next-intl/server'
import { isSignedIn } from '@/app/_pages/is-signed-in'
import { orStandIn } from '@/app/_pages/or-stand-in'
import { loadCrisisCards } from '@/app/_server/loaders'
import { CrisisCard } from '@/components/figures/crisis-card'
import { SiteFooter } from '@/components/site/site-footer'
import { SiteHeader } from '@/components/site/site-header'
import { Empty } from '@/components/ui/empty'
import { PageHeading } from '@/components/ui/page-heading'

/** The crises, newest activity first, each with its key figures. */
export default async function Home() {
  const t = await getTranslations('home')
  const cards = await orStandIn('/', loadCrisisCards)
  return (
    <>
      <SiteHeader crisis={null} isSignedIn={await isSignedIn()} />
      <main id="content" tabIndex={-1} className="mx-auto max-w-page px-4 focus:outline-none md:px-8">
        <PageHeading title={t('title')} subtitle={t('subtitle')} />
        {cards.length === 0 && <Empty>{t('empty')}</Empty>}
        <div className="space-y-14">
          {cards.map(({ crisis, dashboard }) => (
            <CrisisCard key={crisis.slug} crisis={crisis} dashboard={dashboard} sitreps={t('sitreps')} />
          ))}
        </div>
      </main>
      <SiteFooter lines={[]} />
    </>
  )
}
