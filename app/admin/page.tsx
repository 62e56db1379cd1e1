import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { deskLinksFor } from '@/app/_pages/desk-links'
import { DeskSitreps } from '@/app/_pages/desk-sitreps'
import { FindingsOnMine, ReturnedToMe, StaleHeadlines, WithdrawalsToConfirm } from '@/app/_pages/desk-waiting'
import { marksOfCrises } from '@/app/_pages/marks-of-crises'
import { orStandIn } from '@/app/_pages/or-stand-in'
import { requireSession } from '@/app/_pages/require-session'
import { DraftList } from '@/components/drafts/draft-list'
import { OutboxStatus } from '@/components/drafts/outbox-status'
import { buttonClass } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { holdsRole } from '@/domain/workflow/actor'
import { deskRoles } from '@/domain/workflow/waiting'
import { readCrises } from '@/services/read-crises'
import { countWaitingFor, type WaitingCount } from '@/services/read-waiting'
import { sitrepDeskRoles } from '@/services/sitreps/read-desk'

/** What waits for the person: what was returned to them, what they may review, what is still on this device; and where they may enter. */
export default async function DeskPage() {
  const { ctx, signedIn } = await requireSession()
  const { actor } = signedIn
  const isOfDesk = actor.roles.some(({ role }) => deskRoles.some((one) => one === role))
  const isOfSitreps = actor.roles.some(({ role }) => sitrepDeskRoles.some((one) => one === role))
  const [counts, active] = await orStandIn('/admin', () =>
    Promise.all([isOfDesk ? countWaitingFor({ ctx, filter: {} }) : [], readCrises({ ctx })]),
  )
  const t = await getTranslations('entry.home')
  const tAdmin = await getTranslations('admin')
  const mayEnter = active.filter(({ crisis }) => holdsRole(actor, 'contributor', crisis.id))
  // Of where they work; every page of a crisis says the rest of it.
  const oneHanded = active
    .map(({ crisis }) => crisis)
    .filter(({ id, fourEyes }) => !fourEyes && deskRoles.some((role) => holdsRole(actor, role, id)))
  const isReviewer = actor.roles.some(({ role }) => role === 'reviewer')
  const pages = deskLinksFor(actor).filter(({ page }) => page !== 'desk')
  return (
    <>
      <PageHeading title={t('title')} subtitle={actor.name} marks={marksOfCrises(oneHanded, ctx.locale)} />
      <div className="grid gap-x-12 gap-y-12 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
        <div className="space-y-12">
          {isReviewer && <WithdrawalsToConfirm ctx={ctx} crises={active.map(({ crisis }) => crisis)} />}
          {isOfDesk && <ReturnedToMe ctx={ctx} />}
          {isOfDesk && <FindingsOnMine ctx={ctx} />}
          {mayEnter.length > 0 && (
            <Section id="enter" title={t('enter')}>
              <ul className="divide-y divide-line border-t border-line">
                {mayEnter.map(({ crisis: { slug, title } }) => (
                  <li key={slug} className="flex flex-wrap items-center justify-between gap-x-4 py-2.5">
                    <span className="text-sm">{title}</span>
                    <Link
                      href={`/admin/crises/${slug}/enter`}
                      prefetch={false}
                      className={buttonClass('quiet')}
                      aria-label={`${t('enter')}: ${title}`}
                    >
                      {t('enter')}
                    </Link>
                  </li>
                ))}
              </ul>
            </Section>
          )}
          {isOfSitreps && <DeskSitreps ctx={ctx} />}
          {!isOfDesk && <Empty>{t('none')}</Empty>}
        </div>
        <div className="space-y-12">
          {isOfDesk && (
            <Section id="waits" title={t('waits')}>
              <ul className="space-y-2 text-sm">
                <li>{t('own', { count: sumOf(counts, 'submitted', ({ own }) => own) })}</li>
                {isReviewer && (
                  <li>
                    {t('toReview', { count: sumOf(counts, 'submitted', ({ count, own }) => count - own) })}{' '}
                    <Link href="/admin/review">{t('review')}</Link>
                  </li>
                )}
                <li>{t('withdrawals', { count: sumOf(counts, 'withdrawn', ({ count }) => count) })}</li>
              </ul>
            </Section>
          )}
          <Section id="device" title={t('device')}>
            <OutboxStatus signIn="/sign-in" />
            <div className="mt-3">
              <DraftList />
            </div>
          </Section>
          {isOfDesk && <StaleHeadlines ctx={ctx} actor={actor} />}
          <Section id="pages" title={t('pages')}>
            <ul className="space-y-1 text-sm">
              {pages.map(({ page, href }) => (
                <li key={href}>
                  <Link href={href}>{tAdmin(`nav.${page}`)}</Link>
                </li>
              ))}
              <li>
                <Link href="/account">{tAdmin('account')}</Link>
              </li>
            </ul>
          </Section>
        </div>
      </div>
    </>
  )
}

const sumOf = (counts: WaitingCount[], state: WaitingCount['state'], of: (count: WaitingCount) => number) =>
  counts.filter((count) => count.state === state).reduce((sum, count) => sum + of(count), 0)
