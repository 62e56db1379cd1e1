import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FeedLinks, feedAlternates } from '@/app/_pages/feed-links'
import { filterOf } from '@/app/_pages/filter-of'
import { orStandIn } from '@/app/_pages/or-stand-in'
import { type CrisisPageProps, pathWith } from '@/app/_pages/page-props'
import { possibleQuery } from '@/app/_pages/possible-query'
import { findCrisis } from '@/app/_server/ask-crisis'
import { loadCrisis } from '@/app/_server/loaders'
import { whatWasCounted, whereOf } from '@/components/figures/figure-row'
import { FilterBar } from '@/components/forms/filter-bar'
import { RunTable } from '@/components/sitrep/run-table'
import { Empty } from '@/components/ui/empty'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import type { Correction } from '@/domain/correction/correction'
import { marksOf } from '@/domain/sitrep/report-header'
import { isolateForeign } from '@/domain/wording/isolate'
import { figureLocalizer } from '@/domain/wording/localize'
import { punctuationOf } from '@/domain/wording/punctuation'
import { makeWording, momentText, quantityText } from '@/domain/wording/wording'
import { listCorrections, listErrata } from '@/services/read-corrections'

export async function generateMetadata({ params }: CrisisPageProps): Promise<Metadata> {
  const [t, { crisis }] = await Promise.all([getTranslations('corrections'), params])
  const names = { atom: t('atom'), jsonFeed: t('jsonFeed') }
  return { title: t('title'), alternates: feedAlternates(`/crises/${crisis}/corrections`, names) }
}

/** Every number that was changed or withdrawn: old beside new, why, and the editions it stood in; and the errata of editions. */
export default async function CorrectionsPage({ params, searchParams }: CrisisPageProps) {
  const [{ crisis: slug }, query] = await Promise.all([params, searchParams])
  const path = `/crises/${slug}/corrections`
  const asked = await orStandIn(pathWith(path, query), async () => {
    const [asked, { ctx }] = await Promise.all([loadCrisis(slug, query), findCrisis(slug)])
    const { crisis, viewpoint, filter } = asked
    const [corrections, errata] = await Promise.all([
      listCorrections({ ctx, crisis, viewpoint, filter }),
      listErrata({ ctx, crisis, viewpoint }),
    ])
    return { ...asked, corrections, errata }
  })
  const { crisis, options, viewpoint, corrections, errata } = asked
  const t = await getTranslations('corrections')
  const tFigure = await getTranslations('figure')
  const wording = makeWording(viewpoint.locale, crisis, options.codelist, viewpoint.asOf)
  const { comma } = punctuationOf(viewpoint.locale)
  // What people wrote stays in their language.
  const own = (words: string) => isolateForeign(words, viewpoint.locale)
  const localize = figureLocalizer(crisis, options.codelist, viewpoint.locale)
  const endedBy = ({ approvedBy, withdrawnBy, confirmedBy }: Correction) => {
    if (withdrawnBy === null) return approvedBy === null ? [] : [t('approvedByName', { name: own(approvedBy) })]
    const confirmed = confirmedBy === null ? t('notConfirmed') : t('confirmedByName', { name: own(confirmedBy) })
    return [[t('withdrawnByName', { name: own(withdrawnBy) }), confirmed].join(comma)]
  }
  return (
    <>
      <PageHeading title={t('title')} subtitle={t('subtitle')} marks={marksOf(wording)}>
        <FeedLinks path={path} label={t('feeds')} atom={t('atom')} jsonFeed={t('jsonFeed')} />
      </PageHeading>
      <FilterBar view={await filterOf(asked, possibleQuery(asked, query), path)} />
      {corrections.length === 0 ? (
        <Empty>{t('empty')}</Empty>
      ) : (
        <RunTable
          caption={t('title')}
          isCaptionSeen={false}
          columns={[
            { label: t('when'), align: 'start' },
            { label: t('figure'), align: 'start' },
            { label: t('was'), align: 'end' },
            { label: t('now'), align: 'end' },
            { label: t('why'), align: 'start' },
            { label: t('byWhom'), align: 'start' },
            { label: t('editions'), align: 'start' },
          ]}
          rows={corrections.map((correction) => {
            const { now, reason, at, editions } = correction
            const was = localize(correction.was)
            return [
              [{ text: momentText(wording, at), muted: true }],
              [
                { text: whatWasCounted(was, wording), href: `/crises/${slug}/figures/${was.id}` },
                { text: ` · ${[whereOf(was, wording), was.claimant.name].filter(Boolean).join(comma)}`, muted: true },
              ],
              [{ text: quantityText(wording, was.quantity) }],
              [
                now
                  ? { text: quantityText(wording, now.quantity), strong: true }
                  : { text: t('withdrawn'), strong: true },
              ],
              [{ text: own(reason) }],
              endedBy(correction).map((text) => ({ text })),
              editions.flatMap(({ number, edition }, index) => [
                ...(index > 0 ? [{ text: comma }] : []),
                {
                  text: tFigure('sitrep', { number, edition }),
                  href: editionPath(slug, number, edition),
                },
              ]),
            ]
          })}
        />
      )}
      <Section id="errata" title={t('errata')} subtitle={t('errataSubtitle')} className="mt-12">
        {errata.length === 0 ? (
          <Empty>{t('errataEmpty')}</Empty>
        ) : (
          <RunTable
            caption={t('errata')}
            isCaptionSeen={false}
            columns={[
              { label: t('when'), align: 'start' },
              { label: t('mended'), align: 'start' },
              { label: t('what'), align: 'start' },
              { label: t('why'), align: 'start' },
              { label: t('approvedBy'), align: 'start' },
            ]}
            rows={errata.map(({ number, edition, mends, what, why, at, approvedBy }) => [
              [{ text: momentText(wording, at), muted: true }],
              [
                { text: tFigure('sitrep', { number, edition: mends }), href: editionPath(slug, number, mends) },
                { text: t('mendedBy'), muted: true },
                { text: tFigure('sitrep', { number, edition }), href: editionPath(slug, number, edition) },
              ],
              [{ text: own(what) }],
              [{ text: own(why) }],
              [{ text: approvedBy }],
            ])}
          />
        )}
      </Section>
    </>
  )
}

const editionPath = (slug: string, number: number, edition: number) =>
  `/crises/${slug}/sitreps/${number}?edition=${edition}`
