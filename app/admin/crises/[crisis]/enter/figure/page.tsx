import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { forRoles } from '@/app/_pages/for-roles'
import { loadEntryCrisis } from '@/app/_pages/load-entry-crisis'
import { orStandIn } from '@/app/_pages/or-stand-in'
import { EntryCrisisProvider } from '@/components/entry/entry-context'
import { SingleFigure } from '@/components/entry/single-figure'
import { PageHeading } from '@/components/ui/page-heading'
import { marksOf } from '@/domain/sitrep/report-header'

interface Props {
  params: Promise<{ crisis: string }>
  searchParams: Promise<{ again?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('entry')
  return { title: t('singleFigure') }
}

/** One figure, of a document that is chosen in the form. */
export default async function EnterFigurePage({ params, searchParams }: Props) {
  const [{ crisis: slug }, { again }] = await Promise.all([params, searchParams])
  const found = await orStandIn(`/admin/crises/${slug}/enter/figure`, () => loadEntryCrisis(slug))
  return await forRoles(['contributor'], found.crisis.id, async () => {
    const t = await getTranslations('entry')
    return (
      <EntryCrisisProvider crisis={found.forDesk}>
        <PageHeading title={t('singleFigure')} subtitle={found.crisis.title} marks={marksOf(found.wording)} />
        <SingleFigure again={[again ?? []].flat()[0] ?? null} />
      </EntryCrisisProvider>
    )
  })
}
