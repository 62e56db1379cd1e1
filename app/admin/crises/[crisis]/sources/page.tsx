import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { administeredCrisis } from '@/app/_pages/administered-crisis'
import type { CrisisPageProps } from '@/app/_pages/page-props'
import { SourceList } from '@/app/_pages/source-list'
import { SourceForm } from '@/components/administration/source-form'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { holdsRole } from '@/domain/workflow/actor'
import { listAdministeredSources } from '@/services/list-administered'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('administration')
  return { title: t('pages.sources') }
}

/** Who states and publishes in a crisis, with their grades. */
export default async function CrisisSourcesPage({ params }: CrisisPageProps) {
  const { crisis: slug } = await params
  return administeredCrisis(slug, async ({ ctx, crisis }) => {
    const t = await getTranslations('administration')
    const sources = await listAdministeredSources({ ctx, crisis: crisis.id })
    const isForAll = ctx.actor !== null && holdsRole(ctx.actor, 'administrator', null)
    return (
      <>
        <PageHeading title={t('pages.sources')} subtitle={t('pageHints.sources')} />
        <div className="grid items-start gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <Section title={t('sourceCount', { count: sources.length })}>
            <SourceList
              sources={sources}
              among={{ crisis: slug }}
              mayChange={({ isShared }) => !isShared || isForAll}
            />
          </Section>
          <Section title={t('newSource')}>
            <SourceForm source={null} address={`/crises/${slug}/sources`} among={{ crisis: slug }} parent={null} />
          </Section>
        </div>
      </>
    )
  })
}
