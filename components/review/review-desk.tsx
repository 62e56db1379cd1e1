'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { RefusalNote } from '@/components/review/refusal-note'
import { ReviewBar, type ReviewButton } from '@/components/review/review-bar'
import { ReturnForm, WhyForm } from '@/components/review/review-forms'
import { comparing, type Seen } from '@/components/review/seen-beside-current'
import { type Act, useAct } from '@/components/review/use-act'
import { useKeys } from '@/components/review/use-keys'
import type { Hindrance, WaitingKind } from '@/domain/workflow/waiting'

/** What is looked at, and what may be done with it. */
export interface ReviewView {
  kind: WaitingKind
  id: string
  version: number
  /** Below `/api/v1`: "/figures/{id}". */
  path: string
  title: string
  hindrance: Hindrance | null
  mayReturn: boolean
  isReturned: boolean
  isAuthor: boolean
  /** Fields a comment can be about. */
  fields: { pointer: string; label: string }[]
  /** The version that is looked at, where it has versions. */
  seen: Seen | null
  /** Where it is edited; null where it cannot be. */
  edit: string | null
  next: string | null
  previous: string | null
  /** The queue as it was asked for. */
  queue: string
}

type Mode = 'looking' | 'returning' | 'submitting' | 'taking-back'

/**
 * Approve, return, edit, next: by button and by key. Nothing is shown as done before the server said so; then the next one that waits comes.
 */
export function ReviewDesk({ view, userId }: { view: ReviewView; userId: string }) {
  const t = useTranslations('review')
  const router = useRouter()
  const [mode, setMode] = useState<Mode>('looking')
  const [isHelpOpen, setHelpOpen] = useState(false)
  const [done, setDone] = useState('')
  const { act, isBusy, refusal } = useAct(userId)
  const bar = useRef<HTMLDivElement>(null)
  const { hindrance, path, version, seen, edit, next, previous } = view
  const compare = comparing(seen)
  const isVersioned = view.kind !== 'resolution' && view.kind !== 'grade'
  const named = (verb: string, body: object = {}): Act => ({
    path: `${path}/${verb}`,
    body,
    ...(isVersioned ? { version } : {}),
  })
  const isWithdrawal = view.kind === 'withdrawal'
  const isOwn = view.isAuthor && isVersioned
  const goOn = (said: string) => {
    setDone(said)
    setMode('looking')
    router.push(next ?? view.queue)
    router.refresh()
  }
  const approve = async () => {
    const verb = isWithdrawal ? 'confirm-withdrawal' : 'approve'
    if (await act(named(verb))) goOn(t(isWithdrawal ? 'didConfirm' : 'didApprove', { title: view.title }))
  }
  const leave = () => {
    setHelpOpen(false)
    setMode('looking')
    bar.current?.focus()
  }
  const mayApprove = hindrance === null && !isBusy
  const mayReturn = view.mayReturn && !view.isReturned && !isWithdrawal
  const approving: ReviewButton = {
    name: 'approve',
    label: t(isWithdrawal ? 'confirmWithdrawal' : 'approve'),
    key: 'a',
    to: mayApprove ? approve : null,
    isPrimary: true,
  }
  const returning = { name: 'return', label: t('return'), key: 'r', to: () => setMode('returning') }
  const editing = { name: 'edit', label: t(view.isReturned ? 'mend' : 'edit'), key: 'e', to: edit }
  const submitting = { name: 'submit', label: t('submitAgain'), to: () => setMode('submitting') }
  const takingBack = { name: 'take-back', label: t('takeBack'), to: () => setMode('taking-back') }
  const toPrevious = { name: 'previous', label: t('previous'), key: 'k', to: previous }
  const toNext = { name: 'next', label: t('next'), key: 'j', to: next }
  const open = (address: string | null) => address && (() => router.push(address))
  useKeys({
    a: mayApprove ? approve : null,
    r: mayReturn ? returning.to : null,
    e: open(edit) || null,
    j: open(next) || null,
    k: open(previous) || null,
    '?': () => setHelpOpen((isOpen) => !isOpen),
    escape: leave,
  })
  // The quote stands somewhere in a long text: it is brought into its pane, the page stays where it is.
  useEffect(() => {
    for (const mark of document.querySelectorAll<HTMLElement>('[data-scrolls] mark:first-of-type')) {
      const pane = mark.closest<HTMLElement>('[data-scrolls]')
      if (pane) pane.scrollTop = mark.offsetTop - pane.offsetTop - pane.clientHeight / 3
    }
  }, [])
  return (
    <div ref={bar} tabIndex={-1} className="space-y-4 focus:outline-none">
      <p role="status" className="sr-only">
        {done}
      </p>
      {hindrance && (
        <p className="border-s-4 border-line bg-surface px-4 py-3 text-sm">{t(`hindrances.${hindrance}`)}</p>
      )}
      <ReviewBar
        acts={[
          approving,
          ...(mayReturn ? [returning] : []),
          ...(edit ? [editing] : []),
          ...(isOwn && view.isReturned ? [submitting] : []),
          ...(isOwn && !isWithdrawal ? [takingBack] : []),
        ]}
        ways={[...(previous ? [toPrevious] : []), ...(next ? [toNext] : [])]}
        help={{ isOpen: isHelpOpen, toggle: () => setHelpOpen(!isHelpOpen) }}
      />
      <RefusalNote refusal={refusal} compare={compare} />
      {mode === 'returning' && (
        <ReturnForm
          userId={userId}
          compare={compare}
          formId={`return ${path}`}
          fields={view.fields}
          toAct={(comment, field) => named('return', { comment, ...(isVersioned ? { field } : {}) })}
          onDone={() => goOn(t('didReturn', { title: view.title }))}
          onCancel={leave}
        />
      )}
      {mode === 'submitting' && (
        <WhyForm
          userId={userId}
          compare={compare}
          formId={`submit ${path}`}
          submit={t('submitAgain')}
          toAct={(comment) => named('submit', { comment })}
          onDone={() => goOn(t('didSubmit', { title: view.title }))}
          onCancel={leave}
        />
      )}
      {mode === 'taking-back' && (
        <WhyForm
          userId={userId}
          compare={compare}
          formId={`withdraw ${path}`}
          submit={t('takeBack')}
          toAct={(reason) => named('withdraw', { reason })}
          onDone={() => goOn(t('didTakeBack', { title: view.title }))}
          onCancel={leave}
        />
      )}
    </div>
  )
}
