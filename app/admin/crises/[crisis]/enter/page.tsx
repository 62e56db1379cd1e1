import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { forRoles } from '@/app/_pages/for-roles'
import { loadEntryCrisis } from '@/app/_pages/load-entry-crisis'
import { orStandIn } from '@/app/_pages/or-stand-in'
import { DocumentForm } from '@/components/entry/document-form'
import { EntryCrisisProvider } from '@/components/entry/entry-context'
import { buttonClass } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { marksOf } from '@/domain/sitrep/report-header'
import { listDocuments } from '@/services/read-documents'

interface Props {
  params: Promise<{ crisis: string }>
  searchParams: Promise<{ again?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('entry')
  return { title: t('title') }
}

/** Where entering begins: with a new document, or with one that is archived already. */
export default async function EnterPage({ params, searchParams }: Props) {
  const [{ crisis: slug }, { again }] = await Promise.all([params, searchParams])
  const path = `/admin/crises/${slug}/enter`
  const found = await orStandIn(path, () => loadEntryCrisis(slug))
  return await forRoles(['contributor'], found.crisis.id, async () => {
    const { items } = await orStandIn(path, () => listDocuments({ ...found, page: { limit: 20, cursor: null } }))
    const t = await getTranslations('entry')
    const { format } = found.wording
    return (
      <EntryCrisisProvider crisis={found.forDesk}>
        <PageHeading title={t('title')} subtitle={found.crisis.title} marks={marksOf(found.wording)}>
          <Link href={`${path}/figure`} className={buttonClass('plain')}>
            {t('singleFigure')}
          </Link>
          <Link href={`${path}/table`} className={buttonClass('plain')}>
            {t('tableTitle')}
          </Link>
        </PageHeading>
        <div className="grid gap-x-12 gap-y-12 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
          <Section id="new" title={t('document.new')} subtitle={t('document.newSubtitle')}>
            <DocumentForm again={[again ?? []].flat()[0] ?? null} />
          </Section>
          <Section id="recent" title={t('document.recent')}>
            {items.length === 0 && <Empty>{t('document.recentEmpty')}</Empty>}
            <ul className="divide-y divide-line border-t border-line">
              {items.map(({ id, title, publisher, publishedAt: at, publishedPrecision, language }) => (
                <li key={id}>
                  <Link href={`${path}/${id}`} prefetch={false} className="block py-2.5 no-underline hover:underline">
                    <span className="block text-sm">
                      <bdi lang={language}>{title}</bdi>
                    </span>
                    <span className="block text-xs text-muted">
                      {[
                        publisher.name,
                        at && format.asOf({ start: at, end: at, precision: publishedPrecision ?? 'minute' }),
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          </Section>
        </div>
      </EntryCrisisProvider>
    )
  })
}
