import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { administeredCrisis } from '@/app/_pages/administered-crisis'
import { namedIn, sourceOptions, timeZones } from '@/app/_pages/ground-options'
import type { CrisisPageProps } from '@/app/_pages/page-props'
import { scopeChoices } from '@/app/_pages/scope-choices'
import { DashboardForm } from '@/components/administration/dashboard-form'
import { FourEyesForm } from '@/components/administration/four-eyes-form'
import type { ShownLogo } from '@/components/administration/logo-field'
import { PolicyForm } from '@/components/administration/policy-form'
import { ReportForm } from '@/components/administration/report-form'
import { SettingsForm } from '@/components/administration/settings-form'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import type { Crisis } from '@/domain/crisis/crisis'
import { sectionKeys } from '@/domain/sitrep/section-keys'
import { catalogueOf } from '@/domain/wording/catalogue'
import type { Context } from '@/services/context'
import { readLogo } from '@/services/keep-logo'
import { listAdministeredSources } from '@/services/list-administered'
import { readCrisis } from '@/services/read-crises'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('administration')
  return { title: t('pages.settings') }
}

/** The logo as the page shows it. */
async function shownLogo(ctx: Context, crisis: Crisis): Promise<ShownLogo | null> {
  const kept = await readLogo({ ctx, crisis })
  if (!kept || !crisis.report.logo) return null
  const picture = `data:${kept.mediaType};base64,${Buffer.from(kept.bytes).toString('base64')}`
  return { sha256: crisis.report.logo.sha256, picture }
}

/** How a crisis is set up. */
export default async function SettingsPage({ params }: CrisisPageProps) {
  const { crisis: slug } = await params
  return administeredCrisis(slug, async ({ ctx, crisis: { id } }) => {
    const [t, tReport, crisis, administered] = await Promise.all([
      getTranslations('administration'),
      getTranslations('reportSettings'),
      readCrisis({ ctx, slug, asWritten: true }),
      listAdministeredSources({ ctx, crisis: id }),
    ])
    const logo = await shownLogo(ctx, crisis)
    const sectionNames = catalogueOf(ctx.locale).sections
    const sources = sourceOptions(administered)
    const {
      version,
      policy,
      keyFigures,
      charts,
      fourEyes,
      claimantOrder: _,
      report,
      revision: __,
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
              ombudsman={namedIn(sources, settings.ombudsman)}
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
          <Section id="reports" title={tReport('title')} subtitle={tReport('subtitle')} className="max-w-3xl">
            <ReportForm
              key={keyOf(report)}
              slug={slug}
              version={version}
              report={report}
              logo={logo}
              sections={sectionKeys.map((key) => ({ value: key, label: sectionNames[key] }))}
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
