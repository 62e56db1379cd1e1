import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { forRoles } from '@/app/_pages/for-roles'
import { addressOf, keyOf, loadReview } from '@/app/_pages/load-review'
import { LookedEntry } from '@/app/_pages/looked-entry'
import { marksOfCrises } from '@/app/_pages/marks-of-crises'
import { ReviewBulk } from '@/app/_pages/review-bulk'
import { ReviewFilter } from '@/app/_pages/review-filter'
import { authorsOf, citationsOf, titleOf, whoOf } from '@/app/_pages/waiting-words'
import type { PageSearchParams } from '@/app/_server/read-search-params'
import { WaitingList } from '@/components/review/waiting-list'
import { buttonClass } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageHeading } from '@/components/ui/page-heading'
import { Pager } from '@/components/ui/pager'
import { listed } from '@/domain/wording/punctuation'
import { makeWording } from '@/domain/wording/wording'
import { deskRoles } from '@/domain/workflow/waiting'
import { readCrises, readIndicators } from '@/services/read-crises'

interface Props {
  searchParams: Promise<PageSearchParams>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('review')
  return { title: t('title') }
}

/** What waits for a second person, one by one: beside its quote, with findings, earlier values and rivals; by keyboard. */
export default async function ReviewPage({ searchParams }: Props) {
  const query = await searchParams
  return await forRoles(deskRoles, undefined, async (asker) => {
    const { ctx, signedIn } = asker
    const [queue, active, indicators, t] = await Promise.all([
      loadReview(ctx, query),
      readCrises({ ctx }),
      readIndicators({ ctx }),
      getTranslations('review'),
    ])
    const crises = active.map(({ crisis }) => crisis)
    const wordingOf = (slug: string | undefined) => {
      const crisis = crises.find((one) => one.slug === slug) ?? crises[0]
      return crisis && makeWording(ctx.locale, crisis, indicators)
    }
    const { looked, items, filter } = queue
    const shown = crises.filter(
      ({ slug }) => slug === filter.crisis || items.some(({ crisis }) => crisis?.slug === slug),
    )
    const documents = new Map(items.flatMap(citationsOf).map(({ document }) => [document.id, document.title]))
    const figures = items.filter(({ kind }) => kind === 'figure')
    const wording = wordingOf(looked?.crisis?.slug)
    const isBulk = query.bulk !== undefined && filter.document !== undefined
    return (
      <>
        <PageHeading
          title={t('title')}
          subtitle={listed(ctx.locale, [t('waits', { count: queue.total }), t('own', { count: queue.own })])}
          marks={marksOfCrises(shown, ctx.locale)}
        />
        <ReviewFilter
          filter={filter}
          crises={crises.map(({ slug, title }) => [slug, title])}
          documents={[...documents]}
          authors={authorsOf(items, signedIn.userId, t('me'))}
        />
        {isBulk && wording ? (
          // Stays when nothing waits any more: it says what was approved.
          <ReviewBulk
            items={items}
            crisis={looked?.crisis?.slug ?? ''}
            wording={wording}
            userId={signedIn.userId}
            back={addressOf(filter)}
          />
        ) : !looked || !wording ? (
          <Empty>{t('empty')}</Empty>
        ) : (
          <div className="grid gap-8 lg:grid-cols-[17rem_minmax(0,1fr)]">
            <div>
              <WaitingList
                lines={items.map((item) => ({
                  key: keyOf(item),
                  href: queue.address(item) ?? '',
                  title: titleOf(item, wordingOf(item.crisis?.slug) ?? wording),
                  kind: t(`kinds.${item.kind}`),
                  detail: whoOf(item, wordingOf(item.crisis?.slug) ?? wording, t),
                  isOverdue: item.kind === 'withdrawal' && item.overdue,
                  isLookedAt: item === looked,
                }))}
              />
              <Pager
                label={t('pages')}
                text={t('listed', { count: items.length, total: queue.total })}
                previous={queue.longest === null ? null : { href: queue.longest, label: t('longest') }}
                next={queue.further === null ? null : { href: queue.further, label: t('further') }}
              />
              {filter.document && figures.length > 1 && (
                <Link
                  href={`${addressOf(filter)}&bulk=1`}
                  className={`${buttonClass('plain')} mt-4 min-h-11 whitespace-normal`}
                >
                  {t('bulk', { count: figures.length })}
                </Link>
              )}
            </div>
            <div className="min-w-0">
              {queue.isGone && (
                <p role="status" className="mb-4 border-s-4 border-series-2 bg-surface px-4 py-3 text-sm">
                  {t('gone')}
                </p>
              )}
              <LookedEntry
                item={looked}
                asker={asker}
                wording={wording}
                next={queue.next}
                previous={queue.previous}
                queue={addressOf(filter)}
              />
            </div>
          </div>
        )}
      </>
    )
  })
}
