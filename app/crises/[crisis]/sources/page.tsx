import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { filterOf } from '@/app/_pages/filter-of'
import { orStandIn } from '@/app/_pages/or-stand-in'
import { type CrisisPageProps, pathWith } from '@/app/_pages/page-props'
import { possibleQuery } from '@/app/_pages/possible-query'
import { findCrisis } from '@/app/_server/ask-crisis'
import { loadCrisis } from '@/app/_server/loaders'
import { DocumentLines } from '@/components/figures/document-lines'
import { FilterBar } from '@/components/forms/filter-bar'
import { RunTable } from '@/components/sitrep/run-table'
import { Empty } from '@/components/ui/empty'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { marksOf } from '@/domain/sitrep/report-header'
import { makeWording } from '@/domain/wording/wording'
import { listDocuments } from '@/services/read-documents'
import { listSources } from '@/services/read-sources'

const mostDocuments = 1000

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sources')
  return { title: t('title') }
}

/** Who states and who publishes, and every document. */
export default async function SourcesPage({ params, searchParams }: CrisisPageProps) {
  const [{ crisis: slug }, query] = await Promise.all([params, searchParams])
  const path = `/crises/${slug}/sources`
  const asked = await orStandIn(pathWith(path, query), async () => {
    const [asked, { ctx }] = await Promise.all([loadCrisis(slug, query), findCrisis(slug)])
    const { crisis, viewpoint } = asked
    const page = { limit: mostDocuments, cursor: null }
    const [sources, documents] = await Promise.all([
      listSources({ ctx, crisis, viewpoint }),
      listDocuments({ ctx, crisis, viewpoint, page }),
    ])
    return { ...asked, sources, documents }
  })
  const { crisis, options, viewpoint, sources, documents } = asked
  const [t, tGrades, tKinds] = await Promise.all([
    getTranslations('sources'),
    getTranslations('grades'),
    getTranslations('sourceKinds'),
  ])
  const wording = makeWording(viewpoint.locale, crisis, options.codelist, viewpoint.asOf)
  const kindText = (kind: string) => (tKinds.has(kind as 'media') ? tKinds(kind as 'media') : kind)
  const figures = `/crises/${slug}/figures`
  return (
    <>
      <PageHeading title={t('title')} subtitle={t('subtitle')} marks={marksOf(wording)} />
      <FilterBar view={await filterOf(asked, possibleQuery(asked, query), path)} />
      <div className="space-y-12">
        {sources.length === 0 ? (
          <Empty>{t('empty')}</Empty>
        ) : (
          <Section id="sources" title={t('heading')} subtitle={t('gradeMeaning')}>
            <RunTable
              caption={t('title')}
              isCaptionSeen={false}
              columns={[
                { label: t('source'), align: 'start' },
                { label: t('kind'), align: 'start' },
                { label: t('party'), align: 'start' },
                { label: t('reliability'), align: 'start' },
                { label: t('figures'), align: 'end' },
                { label: t('documents'), align: 'end' },
              ]}
              rows={sources.map((source) => [
                [
                  source.figures > 0
                    ? { text: source.name, strong: true, href: `${figures}?claimant=${source.id}` }
                    : { text: source.name, strong: true },
                  ...(source.parent ? [{ text: ` · ${source.parent.name}`, muted: true }] : []),
                ],
                [{ text: kindText(source.kind) }],
                [{ text: source.party ?? t('noParty'), muted: source.party === null }],
                [
                  { text: `${source.reliability} `, strong: true },
                  { text: tGrades(source.reliability), muted: true },
                ],
                [{ text: wording.format.number(source.figures) }],
                [{ text: wording.format.number(source.documents) }],
              ])}
            />
          </Section>
        )}
        <Section id="documents" title={t('documentsHeading')} subtitle={t('documentsSubtitle')}>
          <DocumentLines
            documents={documents.items.map((document) => ({
              href: `/crises/${slug}/documents/${document.id}`,
              title: document.title,
              publisher: document.publisher.name,
              language: document.language,
              whenText: document.publishedAt
                ? wording.format.asOf({
                    start: document.publishedAt,
                    end: document.publishedAt,
                    precision: document.publishedPrecision ?? 'minute',
                  })
                : wording.words.undated,
            }))}
          />
        </Section>
      </div>
    </>
  )
}
