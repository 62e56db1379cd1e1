import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { administeredCrisis } from '@/app/_pages/administered-crisis'
import { sourceOptions, timeZones } from '@/app/_pages/ground-options'
import type { CrisisPageProps } from '@/app/_pages/page-props'
import { scopeChoices } from '@/app/_pages/scope-choices'
import { DashboardForm } from '@/components/administration/dashboard-form'
import { FourEyesForm } from '@/components/administration/four-eyes-form'
import { PolicyForm } from '@/components/administration/policy-form'
import { SettingsForm } from '@/components/administration/settings-form'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { listAdministeredSources } from '@/services/list-administered'
import { readCrisis } from '@/services/read-crises'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('administration')
  return { title: t('pages.settings') }
}

/** How a crisis is set up. */
export default async function SettingsPage({ params }: CrisisPageProps) {
  const { crisis: slug } = await params
  return administeredCrisis(slug, async ({ ctx, crisis: { id } }) => {
    const [t, crisis, administered] = await Promise.all([
      getTranslations('administration'),
      readCrisis({ ctx, slug }),
      listAdministeredSources({ ctx, crisis: id }),
    ])
    const sources = sourceOptions(administered)
    const {
      version,
      policy,
      keyFigures,
      charts,
      fourEyes,
      claimantOrder: _,
      report: __,
      revision: ___,
      ...settings
    } = crisis
    // What another window changed is not shown half old, half new: a form whose own settings changed begins anew.
    const keyOf = (shown: unknown) => JSON.stringify(shown)
    return (
      <>
        <PageHeading title={t('pages.settings')} subtitle={t('settingsSubtitle')} />
        <div className="space-y-12">
          <Section id="general" title={t('general')} className="max-w-3xl">
            <SettingsForm
              key={keyOf(settings)}
              settings={settings}
              version={version}
              zones={timeZones()}
              sources={sources}
            />
          </Section>
          <Section id="policy" title={t('policy')} subtitle={t('policyHint')}>
            <PolicyForm key={keyOf(policy)} slug={slug} version={version} policy={policy} sources={sources} />
          </Section>
          <Section id="dashboard" title={t('dashboard')} subtitle={t('dashboardHint')}>
            <DashboardForm
              key={keyOf([keyFigures, charts])}
              slug={slug}
              version={version}
              keyFigures={keyFigures}
              charts={charts}
              scopes={await scopeChoices(ctx, crisis)}
            />
          </Section>
          <Section id="four-eyes" title={t('fourEyes')} className="max-w-3xl">
            <FourEyesForm key={keyOf(fourEyes)} slug={slug} version={version} fourEyes={fourEyes} />
          </Section>
        </div>
      </>
    )
  })
}
