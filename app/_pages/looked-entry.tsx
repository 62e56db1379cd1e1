import { getTranslations } from 'next-intl/server'
import { toEntryCrisis } from '@/app/_pages/load-entry-crisis'
import { keyOf } from '@/app/_pages/load-review'
import { LookedContent } from '@/app/_pages/looked-content'
import { changeHref } from '@/app/_pages/version-acts'
import { fieldsOf, pointers, titleOf, whoOf } from '@/app/_pages/waiting-words'
import type { Asker } from '@/app/_server/context'
import { EntryCrisisProvider } from '@/components/entry/entry-context'
import { OverdueMark } from '@/components/review/overdue-mark'
import { ReviewDesk, type ReviewView } from '@/components/review/review-desk'
import type { Seen } from '@/components/review/seen-beside-current'
import type { Wording } from '@/domain/wording/wording'
import { holdsRole } from '@/domain/workflow/actor'
import type { Waiting } from '@/domain/workflow/waiting'

/** The entry of the queue that is looked at: what it is, what was said of it, what may be done with it, and what it is judged by. */
export async function LookedEntry({
  item,
  asker,
  wording,
  ...ways
}: {
  item: Waiting
  asker: Asker
  wording: Wording
  next: string | null
  previous: string | null
  queue: string
}) {
  const t = await getTranslations('review')
  const { actor } = asker.ctx
  const isReviewer = actor !== null && holdsRole(actor, 'reviewer', item.kind === 'grade' ? null : wording.crisis.id)
  const mayEdit = actor !== null && (isReviewer || holdsRole(actor, 'contributor', wording.crisis.id))
  const title = titleOf(item, wording)
  const about = fieldsOf(item).find((field) => pointers[field] === item.last.field)
  const seen = seenIn(item)
  const noun = item.kind === 'withdrawal' ? item.of : item.kind
  const view: ReviewView = {
    kind: item.kind,
    id: item.id,
    version: item.version,
    path: `/${noun}s/${item.id}`,
    title,
    hindrance: item.hindrance,
    mayReturn: isReviewer,
    isReturned: item.last.state === 'returned',
    isAuthor: item.author.id === actor?.id,
    fields: fieldsOf(item).map((field) => ({ pointer: pointers[field], label: t(`fields.${field}`) })),
    seen,
    edit: mayEdit && seen ? changeHref(wording.crisis.slug, seen.content) : null,
    ...ways,
  }
  return (
    <section aria-labelledby="looked" className="min-w-0">
      <h2 id="looked" className="text-lg font-semibold tracking-tight">
        <bdi>{title}</bdi>
      </h2>
      {item.kind === 'withdrawal' && item.overdue && <OverdueMark />}
      <p className="mb-4 text-sm text-muted">
        {[t(`kinds.${item.kind}`), item.crisis?.title, whoOf(item, wording, t)].filter(Boolean).join(' · ')}
        {item.reason && <span className="block text-ink">{t('reason', { reason: item.reason })}</span>}
        {item.last.comment && item.last.comment !== item.reason && (
          <span className="mt-2 block border-s-4 border-series-2 ps-3 text-ink">
            {item.last.comment}{' '}
            {item.last.field && (
              <span className="text-muted">
                ({t('field', { field: about ? t(`fields.${about}`) : item.last.field })})
              </span>
            )}
          </span>
        )}
      </p>
      <EntryCrisisProvider crisis={toEntryCrisis(wording)}>
        <ReviewDesk key={keyOf(item)} view={view} userId={asker.signedIn?.userId ?? ''} />
      </EntryCrisisProvider>
      <div className="mt-8">
        <LookedContent item={item} wording={wording} />
      </div>
    </section>
  )
}

function seenIn(item: Waiting): Seen | null {
  if (item.kind === 'figure') return { noun: 'figure', content: item.figure }
  if (item.kind === 'note') return { noun: 'note', content: item.note }
  return item.kind === 'dispute' ? { noun: 'dispute', content: item.dispute } : null
}
