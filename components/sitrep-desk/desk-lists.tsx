import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { whatWasCounted, whereOf } from '@/components/figures/figure-row'
import { Countdown } from '@/components/sitrep-desk/countdown'
import { buttonClass } from '@/components/ui/button'
import type { Figure } from '@/domain/figure/figure'
import type { EditionRef } from '@/domain/figure/figure-detail'
import type { ClosedVersion } from '@/domain/ledger/ledger-slice'
import type { SitrepDraft } from '@/domain/sitrep/draft'
import type { ListedSitrep } from '@/domain/sitrep/listed-sitrep'
import type { ReportClock } from '@/domain/sitrep/report-clock'
import type { Instant } from '@/domain/time/instant'
import { listed } from '@/domain/wording/punctuation'
import { momentText, quantityText, type Wording } from '@/domain/wording/wording'

/** The day's clock: when the next cut-off is, and whether its report is there. */
export function ClockLine({
  clock,
  ofToday,
  now,
  wording,
}: {
  clock: ReportClock
  ofToday: SitrepDraft | null
  now: Instant
  wording: Wording
}) {
  const t = useTranslations('sitrepDesk.clock')
  const tState = useTranslations('sitrepDesk.workflow.states')
  const { crisis, format } = wording
  const lastDay = clock.last && format.fullDay(clock.last.day)
  return (
    <dl className="grid gap-x-8 gap-y-1 text-sm sm:grid-cols-[auto_minmax(0,1fr)]">
      <dt className="text-muted">{t('today')}</dt>
      <dd>
        {ofToday ? (
          <>
            <Link href={`/admin/sitreps/${ofToday.id}`} prefetch={false}>
              {wording.words.report[ofToday.content.kind](ofToday.number)}
            </Link>{' '}
            <span className="text-muted">
              {tState(ofToday.state)} · {t('ofDay', { day: lastDay ?? '' })}
            </span>
          </>
        ) : clock.isDaily && lastDay ? (
          t('due', { day: lastDay })
        ) : (
          t('noneToday')
        )}
      </dd>
      <dt className="text-muted">{t('next')}</dt>
      <dd>
        {clock.next === null ? (
          t('ended', { day: crisis.endDay === null ? '' : format.fullDay(crisis.endDay) })
        ) : (
          <>
            {momentText(wording, clock.next)} <span className="text-muted">({crisis.timeZone})</span>{' '}
            <Countdown until={clock.next} now={now} />
            <span className="block text-xs text-muted">{clock.isDaily ? t('daily') : t('notDaily')}</span>
          </>
        )}
      </dd>
    </dl>
  )
}

/** Drafts that are not out: number, state, who wrote last. */
export function DraftList({ drafts, wording }: { drafts: readonly SitrepDraft[]; wording: Wording }) {
  const t = useTranslations('sitrepDesk')
  return (
    <ul className="divide-y divide-line border-y border-line text-sm">
      {drafts.map((draft) => {
        const { id, number, edition, state, content, authors, updatedBy, updatedAt, scheduledDay, trouble } = draft
        const title = wording.words.report[content.kind](number)
        return (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2.5">
            <div className="min-w-0">
              <Link href={`/admin/sitreps/${id}`} prefetch={false} className="font-semibold">
                {edition > 1 ? t('editionTitle', { title, edition }) : title}
              </Link>
              <p className="text-xs text-muted">
                {[
                  t('asOf', { when: momentText(wording, content.asOf) }),
                  scheduledDay !== null && authors.length === 0 && t('bySchedule'),
                  authors.length > 0 && t('lastBy', { name: updatedBy, when: wording.format.instant(updatedAt) }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              {trouble && state === 'draft' && <p className="mt-1 border-s-2 border-series-5 ps-2">{trouble}</p>}
            </div>
            <span className="rounded border border-line px-2 py-0.5 text-xs">{t(`workflow.states.${state}`)}</span>
          </li>
        )
      })}
    </ul>
  )
}

/** Numbers of published editions that changed since: old, new, why, and where they stood. */
export function ChangedNumbers({
  changed,
  crisis,
  wording,
}: {
  changed: readonly (ClosedVersion & { editions: EditionRef[] })[]
  crisis: string
  wording: Wording
}) {
  const t = useTranslations('sitrepDesk.changed')
  return (
    <ul className="divide-y divide-line border-y border-line text-sm">
      {changed.map(({ was, now, reason, at, editions }) => (
        <li key={`${was.id} ${was.version}`} className="py-2.5">
          <p>
            <Link href={`/crises/${crisis}/figures/${was.id}`} prefetch={false}>
              {titleOf(was, wording)}
            </Link>
            : <del className="text-muted">{quantityText(wording, was.quantity)}</del> <span aria-hidden="true">→</span>{' '}
            <ins className="font-semibold no-underline">
              {now ? quantityText(wording, now.quantity) : t('withdrawn')}
            </ins>
          </p>
          <p className="text-xs text-muted">{[reason, wording.format.instant(at)].filter(Boolean).join(' · ')}</p>
          <p className="text-xs">
            {t('stoodIn')}{' '}
            {editions.map(({ number, edition }, index) => (
              <span key={`${number}.${edition}`}>
                {index > 0 && ', '}
                <Link href={`/crises/${crisis}/sitreps/${number}?edition=${edition}`} prefetch={false}>
                  {t('edition', { number, edition })}
                </Link>
              </span>
            ))}
          </p>
        </li>
      ))}
    </ul>
  )
}

const titleOf = (figure: Figure, wording: Wording) =>
  listed(wording.language, [whatWasCounted(figure, wording), whereOf(figure, wording), figure.claimant.name])

/** Published editions, the latest of each number first. */
export function EditionList({
  editions,
  crisis,
  wording,
}: {
  editions: readonly ListedSitrep[]
  crisis: string
  wording: Wording
}) {
  const t = useTranslations('sitrepDesk')
  return (
    <ul className="divide-y divide-line border-y border-line text-sm">
      {editions.map(({ id, number, edition, kind, asOf, publishedAt, supersededBy, status, erratum }) => {
        const title = wording.words.report[kind](number)
        return (
          <li key={`${id} ${edition}`} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2.5">
            <div className="min-w-0">
              <Link href={`/crises/${crisis}/sitreps/${number}?edition=${edition}`} prefetch={false}>
                {edition > 1 ? t('editionTitle', { title, edition }) : title}
              </Link>
              <p className="text-xs text-muted">
                {[
                  t('asOf', { when: momentText(wording, asOf) }),
                  t('publishedAt', { when: wording.format.instant(publishedAt) }),
                  supersededBy !== null && t('supersededBy', { edition: supersededBy }),
                  status === 'expired' && t('expired'),
                  erratum?.what,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
            <a
              href={`/api/v1/crises/${crisis}/sitreps/${number}/pdf?edition=${edition}`}
              className={buttonClass('quiet')}
              aria-label={t('pdfOf', { title, edition })}
            >
              PDF
            </a>
          </li>
        )
      })}
    </ul>
  )
}
