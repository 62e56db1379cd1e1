import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { DeskEntry } from '@/app/_pages/desk-entry'
import { forRoles } from '@/app/_pages/for-roles'
import { orStandIn } from '@/app/_pages/or-stand-in'
import { findCrisis } from '@/app/_server/ask-crisis'
import { FactList } from '@/components/figures/fact-list'
import { deskRoles } from '@/domain/workflow/waiting'
import { readDisputeStory } from '@/services/read-versions'

interface Props {
  params: Promise<{ crisis: string; id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('deskFigure')
  return { title: t('disputeTitle') }
}

/** A dispute at the desk. */
export default async function DeskDisputePage({ params }: Props) {
  const { crisis: slug, id } = await params
  const path = `/admin/crises/${slug}/disputes/${id}`
  const found = await orStandIn(path, () => findCrisis(slug))
  return await forRoles(deskRoles, found.crisis.id, async ({ signedIn }) => {
    const stories = await orStandIn(path, () => readDisputeStory({ ...found, id }))
    const t = await getTranslations('review')
    const figure = stories[0]?.version.figure
    return (
      <DeskEntry
        noun="dispute"
        found={found}
        signedIn={signedIn}
        stories={stories}
        titleOf={({ by, words }) => `${by.name}: ${words}`}
        facts={({ aspect }) => (
          <FactList
            facts={[
              { name: t('aspect'), value: t(`aspects.${aspect}`) },
              {
                name: t('disputed'),
                value: <Link href={`/admin/crises/${slug}/figures/${figure}`}>{t('openFigure')}</Link>,
              },
            ]}
          />
        )}
        publicHref={`/crises/${slug}/figures/${figure}`}
      />
    )
  })
}
