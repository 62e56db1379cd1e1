import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FeedLinks, feedAlternates } from '@/app/_pages/feed-links'
import { orStandIn } from '@/app/_pages/or-stand-in'
import type { CrisisPageProps } from '@/app/_pages/page-props'
import { findCrisis } from '@/app/_server/ask-crisis'
import { loadCrisis } from '@/app/_server/loaders'
import { RunTable } from '@/components/sitrep/run-table'
import { SubscribeForm, subscribeOutcomes } from '@/components/subscriptions/subscribe-form'
import { Empty } from '@/components/ui/empty'
import { PageHeading } from '@/components/ui/page-heading'
import { marksOf } from '@/domain/sitrep/report-header'
import { ownNameOf } from '@/domain/wording/language-names'
import { makeWording, momentText } from '@/domain/wording/wording'
import { canSendMail } from '@/services/accounts/send-mail'
import { listEditions } from '@/services/read-sitreps'

export async function generateMetadata({ params }: CrisisPageProps): Promise<Metadata> {
  const [t, { crisis }] = await Promise.all([getTranslations('sitreps'), params])
  const names = { atom: t('atom'), jsonFeed: t('jsonFeed') }
  return { title: t('title'), alternates: feedAlternates(`/crises/${crisis}/sitreps`, names) }
}

/** Every published sitrep, newest first, with all of its editions. */
export default async function SitrepsPage({ params, searchParams }: CrisisPageProps) {
  const [{ crisis: slug }, query] = await Promise.all([params, searchParams])
  const path = `/crises/${slug}/sitreps`
  const { crisis, options, viewpoint, editions } = await orStandIn(path, async () => {
    const [asked, { ctx }] = await Promise.all([loadCrisis(slug), findCrisis(slug)])
    return { ...asked, editions: await listEditions({ ctx, crisis: asked.crisis }) }
  })
  const t = await getTranslations('sitreps')
  const wording = makeWording(viewpoint.locale, crisis, options.codelist, viewpoint.asOf)
  const moment = (instant: string) => momentText(wording, instant)
  return (
    <>
      <PageHeading title={t('title')} subtitle={t('subtitle')} marks={marksOf(wording)}>
        <FeedLinks path={path} label={t('feeds')} atom={t('atom')} jsonFeed={t('jsonFeed')} />
      </PageHeading>
      {editions.length === 0 ? (
        <Empty>{t('empty')}</Empty>
      ) : (
        <RunTable
          caption={t('title')}
          isCaptionSeen={false}
          columns={[
            { label: t('report'), align: 'start' },
            { label: t('edition'), align: 'start' },
            { label: t('asOf'), align: 'start' },
            { label: t('period'), align: 'start' },
            { label: t('published'), align: 'start' },
            { label: t('inLanguages'), align: 'start' },
            { label: t('pdf'), align: 'end' },
          ]}
          rows={editions.map((listed) => {
            const { number, edition, kind, status, supersededBy, period } = listed
            const search = supersededBy === null ? '' : `?edition=${edition}`
            return [
              [{ text: wording.words.report[kind](number), strong: true, href: `${path}/${number}${search}` }],
              [
                { text: String(edition) },
                ...(supersededBy === null ? [] : [{ text: ` ${t('superseded', { by: supersededBy })}`, muted: true }]),
                ...(listed.erratum ? [{ text: ` ${t('withErratum')}`, muted: true }] : []),
                ...(status === 'expired' ? [{ text: ` ${t('expired')}`, muted: true }] : []),
              ],
              [{ text: moment(listed.asOf) }],
              [{ text: wording.format.span(moment(period.from), moment(period.to)) }],
              [{ text: moment(listed.publishedAt), muted: true }],
              listed.languages.flatMap((language, index) => [
                ...(index > 0 ? [{ text: ', ' }] : []),
                { text: ownNameOf(language), language, href: `${path}/${number}?edition=${edition}&lang=${language}` },
              ]),
              [{ text: t('pdf'), href: `/api/v1${path}/${number}/pdf?edition=${edition}` }],
            ]
          })}
        />
      )}
      <SubscribeForm
        crisis={slug}
        languages={crisis.languages}
        isAvailable={canSendMail()}
        outcome={subscribeOutcomes.find((one) => one === query.subscribe) ?? null}
      />
    </>
  )
}
