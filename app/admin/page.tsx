import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { deskLinksFor } from '@/app/_pages/desk-links'
import { DeskSitreps } from '@/app/_pages/desk-sitreps'
import { orStandIn } from '@/app/_pages/or-stand-in'
import { requireSession } from '@/app/_pages/require-session'
import { OutboxStatus } from '@/components/drafts/outbox-status'
import { buttonClass } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { holdsRole } from '@/domain/workflow/actor'
import { deskRoles, type Waiting } from '@/domain/workflow/waiting'
import type { Context } from '@/services/context'
import { readCrises } from '@/services/read-crises'
import { countWaitingFor, listWaiting, type WaitingCount } from '@/services/read-waiting'
import { sitrepDeskRoles } from '@/services/sitreps/read-desk'

/** What waits for the person: what was returned to them, what they may review, what is still on this device; and where they may enter. */
export default async function DeskPage() {
  const { ctx, signedIn } = await requireSession()
  const { actor } = signedIn
  const isOfDesk = actor.roles.some(({ role }) => deskRoles.some((one) => one === role))
  const isOfSitreps = actor.roles.some(({ role }) => sitrepDeskRoles.some((one) => one === role))
  const [{ returned, counts }, active] = await orStandIn('/admin', () =>
    Promise.all([isOfDesk ? readDesk(ctx) : { returned: [], counts: [] }, readCrises({ ctx })]),
  )
  const t = await getTranslations('entry.home')
  const tAdmin = await getTranslations('admin')
  const mayEnter = active.filter(({ crisis }) => holdsRole(actor, 'contributor', crisis.id))
  const isReviewer = actor.roles.some(({ role }) => role === 'reviewer')
  const pages = deskLinksFor(actor).filter(({ page }) => page !== 'desk')
  return (
    <>
      <PageHeading title={t('title')} subtitle={actor.name} />
      <div className="grid gap-x-12 gap-y-12 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
        <div className="space-y-12">
          {isOfDesk && (
            <Section id="returned" title={t('returned')}>
              {returned.length === 0 && <Empty>{t('returnedEmpty')}</Empty>}
              <ul className="divide-y divide-line border-t border-line">
                {returned.map((one) => (
                  <ReturnedEntry key={`${one.kind} ${one.id}`} entry={one} words={{ mend: t('mend') }} />
                ))}
              </ul>
            </Section>
          )}
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
          </Section>
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

async function readDesk(ctx: Context) {
  const own = { state: 'returned', author: 'me' } as const
  const [{ items }, counts] = await Promise.all([
    listWaiting({ ctx, filter: own, page: { limit: 50, cursor: null } }),
    countWaitingFor({ ctx, filter: {} }),
  ])
  return { returned: items, counts }
}

const sumOf = (counts: WaitingCount[], state: WaitingCount['state'], of: (count: WaitingCount) => number) =>
  counts.filter((count) => count.state === state).reduce((sum, count) => sum + of(count), 0)

/** What was returned: its words, the comment, and the form in which it is mended. */
function ReturnedEntry({ entry, words }: { entry: Waiting; words: { mend: string } }) {
  const { last, crisis } = entry
  const document = documentOf(entry)
  const desk = crisis && document && `/admin/crises/${crisis.slug}/enter/${document}`
  return (
    <li className="py-3 text-sm">
      <p>
        {labelOf(entry)} <span className="text-muted">{crisis?.title}</span>
      </p>
      {last.comment && (
        <p className="mt-1 border-s-2 border-series-5 ps-2">
          {last.by.name}: {last.comment}
        </p>
      )}
      {desk && (
        <Link
          href={entry.kind === 'figure' ? `${desk}?mend=${entry.id}` : desk}
          prefetch={false}
          className={buttonClass('quiet')}
        >
          {words.mend}
        </Link>
      )}
    </li>
  )
}

function documentOf(entry: Waiting): string | null {
  if (entry.kind === 'figure') return entry.figure.citations[0]?.document.id ?? null
  if (entry.kind === 'note') return entry.note.citations[0]?.document.id ?? null
  return entry.kind === 'dispute' ? (entry.dispute.citations[0]?.document.id ?? null) : null
}

function labelOf(entry: Waiting): string {
  if (entry.kind === 'figure') return `“${entry.figure.citations[0]?.quote ?? entry.figure.quantity.words}”`
  if (entry.kind === 'note') return entry.note.text
  return entry.kind === 'dispute' ? `“${entry.dispute.words}”` : entry.kind
}
