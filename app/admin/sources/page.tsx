import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { forRoles } from '@/app/_pages/for-roles'
import { sourceItems } from '@/app/_pages/ground-options'
import { orStandIn } from '@/app/_pages/or-stand-in'
import { SourceList } from '@/app/_pages/source-list'
import { SourceForm } from '@/components/administration/source-form'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { listAdministeredSources } from '@/services/list-administered'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('administration')
  return { title: t('sharedSources') }
}

/** The sources that serve all crises. */
export default function SharedSourcesPage() {
  return forRoles(['administrator'], null, async ({ ctx }) => {
    const t = await getTranslations('administration')
    const sources = await orStandIn('/admin/sources', () => listAdministeredSources({ ctx, crisis: null }))
    return (
      <>
        <PageHeading title={t('sharedSources')} subtitle={t('sharedSourcesHint')} />
        <div className="grid items-start gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <Section title={t('sourceCount', { count: sources.length })}>
            <SourceList sources={sources} among={{ items: sourceItems(sources) }} mayChange={() => true} />
          </Section>
          <Section title={t('newSource')}>
            <SourceForm source={null} address="/sources" among={{ items: sourceItems(sources) }} parent={null} />
          </Section>
        </div>
      </>
    )
  })
}
