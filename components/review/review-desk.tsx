'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { ActForm } from '@/components/review/act-form'
import { CorrectionForm, type CorrectionView, wordNewest } from '@/components/review/correction-form'
import { RefusalNote } from '@/components/review/refusal-note'
import { type Act, useAct } from '@/components/review/use-act'
import { buttonClass } from '@/components/ui/button'
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
  correction: CorrectionView | null
  next: string | null
  previous: string | null
  /** The queue as it was asked for. */
  queue: string
}

type Mode = 'looking' | 'returning' | 'editing' | 'submitting' | 'taking-back'

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
  const { hindrance, path, version } = view
  const isVersioned = view.kind !== 'resolution' && view.kind !== 'grade'
  const named = (verb: string, body: object = {}): Act => ({
    path: `${path}/${verb}`,
    body,
    ...(isVersioned ? { version } : {}),
  })
  const mayApprove = hindrance === null
  const isWithdrawal = view.kind === 'withdrawal'
  const mayReturn = view.mayReturn && !view.isReturned && !isWithdrawal
  const mayEdit = view.correction !== null
  const goOn = (said: string) => {
    setDone(said)
    setMode('looking')
    router.push(view.next ?? view.queue)
    router.refresh()
  }
  const approve = async () => {
    const verb = isWithdrawal ? 'confirm-withdrawal' : 'approve'
    if (mayApprove && (await act(named(verb))))
      goOn(t(isWithdrawal ? 'didConfirm' : 'didApprove', { title: view.title }))
  }
  const keys: Record<string, (() => void) | null> = {
    a: mayApprove ? approve : null,
    r: mayReturn ? () => setMode('returning') : null,
    e: mayEdit ? () => setMode('editing') : null,
    j: view.next ? () => router.push(view.next ?? '') : null,
    k: view.previous ? () => router.push(view.previous ?? '') : null,
    '?': () => setHelpOpen((isOpen) => !isOpen),
    escape: () => {
      setHelpOpen(false)
      setMode('looking')
      bar.current?.focus()
    },
  }
  const onKey = useRef(keys)
  onKey.current = keys
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]')
      if (event.ctrlKey || event.metaKey || event.altKey || (isTyping && event.key !== 'Escape')) return
      const run = onKey.current[event.key.toLowerCase()]
      if (!run) return
      event.preventDefault()
      run()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  // The quote stands somewhere in a long text: it is brought into its pane, the page stays where it is.
  useEffect(() => {
    for (const mark of document.querySelectorAll<HTMLElement>('[data-scrolls] mark:first-of-type')) {
      const pane = mark.closest<HTMLElement>('[data-scrolls]')
      if (pane) pane.scrollTop = mark.offsetTop - pane.offsetTop - pane.clientHeight / 3
    }
  }, [])
  const key = (name: string) => <kbd className="rounded border border-current px-1 text-xs font-normal">{name}</kbd>
  const button = (look: 'primary' | 'plain') =>
    `${buttonClass(look)} min-h-11 disabled:opacity-50 disabled:no-underline`
  return (
    <div ref={bar} tabIndex={-1} className="space-y-4 focus:outline-none">
      <p role="status" className="sr-only">
        {done}
      </p>
      {hindrance && (
        <p className="border-s-4 border-line bg-surface px-4 py-3 text-sm">{t(`hindrances.${hindrance}`)}</p>
      )}
      <fieldset className="flex flex-wrap gap-2 border-0 p-0">
        <legend className="sr-only">{t('actions')}</legend>
        <button
          type="button"
          className={button('primary')}
          disabled={!mayApprove || isBusy}
          onClick={approve}
          aria-keyshortcuts="a"
        >
          {t(isWithdrawal ? 'confirmWithdrawal' : 'approve')} {key('a')}
        </button>
        {mayReturn && (
          <button type="button" className={button('plain')} onClick={() => setMode('returning')} aria-keyshortcuts="r">
            {t('return')} {key('r')}
          </button>
        )}
        {mayEdit && (
          <button type="button" className={button('plain')} onClick={() => setMode('editing')} aria-keyshortcuts="e">
            {t(view.isReturned ? 'mend' : 'edit')} {key('e')}
          </button>
        )}
        {view.isReturned && view.isAuthor && isVersioned && (
          <button type="button" className={button('plain')} onClick={() => setMode('submitting')}>
            {t('submitAgain')}
          </button>
        )}
        {view.isAuthor && isVersioned && !isWithdrawal && (
          <button type="button" className={button('plain')} onClick={() => setMode('taking-back')}>
            {t('takeBack')}
          </button>
        )}
        <span className="ms-auto flex gap-2">
          {view.previous && (
            <Link href={view.previous} className={button('plain')} aria-keyshortcuts="k">
              {t('previous')} {key('k')}
            </Link>
          )}
          {view.next && (
            <Link href={view.next} className={button('plain')} aria-keyshortcuts="j">
              {t('next')} {key('j')}
            </Link>
          )}
          <button
            type="button"
            className={button('plain')}
            aria-expanded={isHelpOpen}
            aria-label={t('keys')}
            onClick={() => setHelpOpen(!isHelpOpen)}
          >
            ?
          </button>
        </span>
      </fieldset>
      {isHelpOpen && (
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 border-t border-line py-3 text-sm">
          {(['a', 'r', 'e', 'j', 'k', 'esc', 'help'] as const).map((name) => (
            <div key={name} className="contents">
              <dt>{key(name === 'help' ? '?' : name === 'esc' ? 'Esc' : name)}</dt>
              <dd>{t(`keyHelp.${name}`)}</dd>
            </div>
          ))}
        </dl>
      )}
      <RefusalNote refusal={refusal} seen={view.title} wordCurrent={wordNewest} />
      {mode === 'returning' && (
        <section aria-label={t('return')} className="border-t border-line pt-4">
          <ActForm
            userId={userId}
            hasFocus
            fields={[
              ...(view.fields.length > 0
                ? [
                    {
                      name: 'field',
                      label: t('returnField'),
                      kind: 'choice' as const,
                      value: '',
                      options: [
                        { value: '', label: t('wholeEntry') },
                        ...view.fields.map(({ pointer, label }) => ({ value: pointer, label })),
                      ],
                    },
                  ]
                : []),
              { name: 'comment', label: t('comment'), kind: 'long', value: '', isRequired: true },
            ]}
            submit={t('returnIt')}
            toAct={({ field = '', comment = '' }) =>
              comment.trim() === ''
                ? { errors: { comment: t('commentNeeded') } }
                : named('return', { comment, ...(isVersioned ? { field: field || null } : {}) })
            }
            onDone={() => goOn(t('didReturn', { title: view.title }))}
            onCancel={{ label: t('cancel'), run: () => setMode('looking') }}
          />
        </section>
      )}
      {mode === 'editing' && view.correction && (
        <section aria-label={t('edit')} className="border-t border-line pt-4">
          <CorrectionForm
            view={view.correction}
            userId={userId}
            hasFocus
            onDone={() => {
              setDone(t('didEdit', { title: view.title }))
              setMode('looking')
              router.refresh()
            }}
            onCancel={() => setMode('looking')}
          />
        </section>
      )}
      {(mode === 'submitting' || mode === 'taking-back') && (
        <section
          aria-label={t(mode === 'submitting' ? 'submitAgain' : 'takeBack')}
          className="border-t border-line pt-4"
        >
          <ActForm
            key={mode}
            userId={userId}
            hasFocus
            fields={[{ name: 'why', label: t('why'), kind: 'long', value: '', isRequired: true }]}
            submit={t(mode === 'submitting' ? 'submitAgain' : 'takeBack')}
            toAct={({ why = '' }) =>
              why.trim() === ''
                ? { errors: { why: t('reasonNeeded') } }
                : mode === 'submitting'
                  ? named('submit', { comment: why })
                  : named('withdraw', { reason: why })
            }
            fieldOf={() => 'why'}
            onDone={() => goOn(t(mode === 'submitting' ? 'didSubmit' : 'didTakeBack', { title: view.title }))}
            onCancel={{ label: t('cancel'), run: () => setMode('looking') }}
          />
        </section>
      )}
    </div>
  )
}
