import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { addressOf, keyOf } from '@/app/_pages/load-review'
import { orStandIn } from '@/app/_pages/or-stand-in'
import { changeHref } from '@/app/_pages/version-acts'
import { labelOfEntry, whoOf } from '@/app/_pages/waiting-words'
import { loadCrisisCards } from '@/app/_server/loaders'
import { OverdueMark } from '@/components/review/overdue-mark'
import { buttonClass } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Section } from '@/components/ui/section'
import type { Crisis } from '@/domain/crisis/crisis'
import { closingDayOf } from '@/domain/time/local-time'
import { makeWording } from '@/domain/wording/wording'
import { type Actor, holdsRole } from '@/domain/workflow/actor'
import { deskRoles } from '@/domain/workflow/waiting'
import type { Context } from '@/services/context'
import { listOpenFindings } from '@/services/read-open-findings'
import { listWaiting } from '@/services/read-waiting'

const row = 'border-t border-line py-3 text-sm'

/** What was returned to the person: their words, the comment, and the form in which it is mended. */
export async function ReturnedToMe({ ctx }: { ctx: Context }) {
  const filter = { state: 'returned', author: 'me' } as const
  const [{ items }, t] = await Promise.all([
    orStandIn('/admin', () => listWaiting({ ctx, filter, page: { limit: 50, cursor: null } })),
    getTranslations('entry.home'),
  ])
  return (
    <Section id="returned" title={t('returned')}>
      {items.length === 0 && <Empty>{t('returnedEmpty')}</Empty>}
      <ul>
        {items.map((entry) => {
          const { last, crisis } = entry
          const content = contentOf(entry)
          const href = crisis && content && changeHref(crisis.slug, content)
          return (
            <li key={`${entry.kind} ${entry.id}`} className={row}>
              <p>
                {labelOfEntry(entry, ctx.locale)} <span className="text-muted">{crisis?.title}</span>
              </p>
              {last.comment && (
                <p className="mt-1 border-s-2 border-series-5 ps-2">
                  {last.by.name}: <bdi>{last.comment}</bdi>
                </p>
              )}
              {href && (
                <Link
                  href={href}
                  prefetch={false}
                  aria-label={`${t('mend')}: ${labelOfEntry(entry, ctx.locale)}`}
                  className={`${buttonClass('quiet')} -ms-2`}
                >
                  {t('mend')}
                </Link>
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

/** Withdrawals that wait for a second person such as this one, the longest waiting first. Nothing where there is none. */
export async function WithdrawalsToConfirm({ ctx, crises }: { ctx: Context; crises: readonly Crisis[] }) {
  const filter = { kind: ['withdrawal'] } as const
  const [{ items }, t, tReview] = await Promise.all([
    orStandIn('/admin', () => listWaiting({ ctx, filter, page: { limit: 100, cursor: null } })),
    getTranslations('entry.home'),
    getTranslations('review'),
  ])
  const open = items.flatMap((entry) => {
    const crisis = crises.find(({ slug }) => slug === entry.crisis?.slug)
    return entry.kind === 'withdrawal' && entry.hindrance === null && crisis ? [{ entry, crisis }] : []
  })
  if (open.length === 0) return null
  return (
    <Section id="confirm" title={t('toConfirm')} subtitle={t('toConfirmHint')}>
      <ul>
        {open.map(({ entry, crisis: { slug, title }, crisis }) => (
          <li key={keyOf(entry)} className={row}>
            <p>
              {labelOfEntry(entry, ctx.locale)} <span className="text-muted">{title}</span>
            </p>
            <p className="text-xs text-muted">{whoOf(entry, makeWording(ctx.locale, crisis, []), tReview)}</p>
            {entry.overdue && <OverdueMark />}
            {entry.reason && (
              <p className="mt-1 border-s-2 border-series-2 ps-2">
                <bdi>{entry.reason}</bdi>
              </p>
            )}
            <Link
              href={addressOf({ crisis: slug, state: 'withdrawn', item: keyOf(entry) })}
              prefetch={false}
              aria-label={`${t('lookAndConfirm')}: ${labelOfEntry(entry, ctx.locale)}`}
              className={`${buttonClass('quiet')} -ms-2`}
            >
              {t('lookAndConfirm')}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What the guard rails find in the person's own figures that wait, and nobody gave a reason for. Nothing where there is none. */
export async function FindingsOnMine({ ctx }: { ctx: Context }) {
  const [open, t] = await Promise.all([
    orStandIn('/admin', () => listOpenFindings({ ctx })),
    getTranslations('entry.home'),
  ])
  if (open.length === 0) return null
  return (
    <Section id="findings" title={t('openFindings')} subtitle={t('openFindingsHint')}>
      <ul>
        {open.map(({ crisis, figure, findings }) => (
          <li key={figure.id} className={row}>
            <Link href={changeHref(crisis.slug, figure) ?? '/admin/review'} prefetch={false}>
              <q dir="auto">{figure.citations[0]?.quote ?? figure.quantity.words}</q>
            </Link>{' '}
            <span className="text-muted">{crisis.title}</span>
            <ul className="mt-1 space-y-1">
              {findings.map(({ code, message }) => (
                <li key={code + message} className="border-s-2 border-series-2 ps-2">
                  {message}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Key figures that are older than their indicators allow, in the crises the person works in and that go on. Nothing where there is none. */
export async function StaleHeadlines({ ctx, actor }: { ctx: Context; actor: Actor }) {
  const [cards, t] = await Promise.all([orStandIn('/admin', loadCrisisCards), getTranslations('entry.home')])
  const stale = cards
    .filter(({ crisis: { id, endDay, timeZone } }) => {
      const hasEnded = endDay !== null && endDay < closingDayOf(ctx.now().toISOString(), timeZone)
      return !hasEnded && deskRoles.some((role) => holdsRole(actor, role, id))
    })
    .map(({ crisis, dashboard }) => ({ crisis, tiles: dashboard.tiles.filter((tile) => tile.stale) }))
    .filter(({ tiles }) => tiles.length > 0)
  if (stale.length === 0) return null
  return (
    <Section id="stale" title={t('stale')} subtitle={t('staleHint')}>
      <ul>
        {stale.map(({ crisis: { slug, title }, tiles }) => (
          <li key={slug} className={row}>
            <Link href={`/crises/${slug}`} prefetch={false}>
              {title}
            </Link>
            <ul className="mt-1 space-y-1 text-muted">
              {tiles.map(({ key, label, values, age }) => (
                <li key={key}>
                  {label}:{' '}
                  {values.map(({ before, number, after }) => [before, number, after].join(' ').trim()).join(' / ')}
                  {age && `, ${age}`}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function contentOf(entry: Parameters<typeof labelOfEntry>[0]) {
  if (entry.kind === 'figure') return entry.figure
  if (entry.kind === 'note') return entry.note
  return entry.kind === 'dispute' ? entry.dispute : null
}
