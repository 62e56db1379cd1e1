import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { orStandIn } from '@/app/_pages/or-stand-in'
import type { CrisisPageProps } from '@/app/_pages/page-props'
import { loadCrisis } from '@/app/_server/loaders'
import { MethodologyText } from '@/components/site/methodology-text'
import { PageHeading } from '@/components/ui/page-heading'
import { marksOf } from '@/domain/sitrep/report-header'
import { publicLimits } from '@/domain/wording/public-limits'
import { makeWording } from '@/domain/wording/wording'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('methodology')
  return { title: t('title') }
}

/** How a number gets here. */
export default async function MethodologyPage({ params }: CrisisPageProps) {
  const { crisis: slug } = await params
  const { crisis, options, viewpoint } = await orStandIn(`/crises/${slug}/methodology`, () => loadCrisis(slug))
  const t = await getTranslations('methodology')
  const wording = makeWording(viewpoint.locale, crisis, options.codelist, viewpoint.asOf)
  return (
    <>
      <PageHeading title={t('title')} subtitle={t('subtitle')} marks={marksOf(wording)} />
      <MethodologyText
        crisis={crisis}
        rules={crisis.policy.rules.map((rule) => wording.words.rules[rule])}
        limits={publicLimits(wording)}
        indicators={options.codelist}
      />
    </>
  )
}
