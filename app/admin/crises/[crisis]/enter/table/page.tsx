import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { forRoles } from '@/app/_pages/for-roles'
import { loadEntryCrisis } from '@/app/_pages/load-entry-crisis'
import { orStandIn } from '@/app/_pages/or-stand-in'
import { EntryCrisisProvider } from '@/components/entry/entry-context'
import { TableDesk } from '@/components/entry/table-desk'
import { PageHeading } from '@/components/ui/page-heading'
import { marksOf } from '@/domain/sitrep/report-header'

interface Props {
  params: Promise<{ crisis: string }>
  searchParams: Promise<{ again?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('entry')
  return { title: t('tableTitle') }
}

/** A whole table of one statement. */
export default async function EnterTablePage({ params, searchParams }: Props) {
  const [{ crisis: slug }, { again }] = await Promise.all([params, searchParams])
  const found = await orStandIn(`/admin/crises/${slug}/enter/table`, () => loadEntryCrisis(slug))
  return await forRoles(['contributor'], found.crisis.id, async () => {
    const t = await getTranslations('entry')
    return (
      <EntryCrisisProvider crisis={found.forDesk}>
        <PageHeading title={t('tableTitle')} subtitle={found.crisis.title} marks={marksOf(found.wording)} />
        <TableDesk again={[again ?? []].flat()[0] ?? null} />
      </EntryCrisisProvider>
    )
  })
}
