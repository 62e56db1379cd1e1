'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { LiveFields } from '@/components/forms/live-fields'
import { ActForm } from '@/components/review/act-form'
import { RefusalNote } from '@/components/review/refusal-note'
import { useAct } from '@/components/review/use-act'
import { ErratumForm } from '@/components/sitrep-desk/erratum-form'
import { buttonClass } from '@/components/ui/button'
import type { SitrepDraft } from '@/domain/sitrep/draft'
import { listed } from '@/domain/wording/punctuation'

/** What the person may do with this draft; the services decide in the end. */
export interface DraftRights {
  mayWrite: boolean
  mayApprove: boolean
  /** Whether they wrote in it while four eyes are asked for: then somebody else approves. */
  isAuthor: boolean
}

type Mode = 'looking' | 'returning' | 'publishing' | 'discarding' | 'mending'

/** Asks again so often whether what was pressed is out ... */
const pollEvery = 1000
/** ... and for so long: a page of a person who has gone must not keep them signed in. After that, when they look at it again. */
const pollFor = 120_000

/** What can be done with the draft next: ask for approval, approve, return, publish, discard, mend what is out. */
export function WorkflowBar({
  draft,
  rights: { mayWrite, mayApprove, isAuthor },
  userId,
  stops,
  save,
  editionHref,
  listHref,
  isUnlocked,
  onUnlock,
  children,
}: {
  draft: SitrepDraft
  rights: DraftRights
  userId: string
  /** How many grave things are to be mended; null while nobody knows. */
  stops: number | null
  save: () => Promise<SitrepDraft | null>
  /** The page of the published edition. */
  editionHref: string
  listHref: string
  /** Whether the person writes on in what waits or is approved. */
  isUnlocked: boolean
  onUnlock: () => void
  /** Where the words are. */
  children: ReactNode
}) {
  const t = useTranslations('sitrepDesk.workflow')
  const locale = useLocale()
  const router = useRouter()
  const { act, isBusy, refusal } = useAct(userId)
  const [mode, setMode] = useState<Mode>('looking')
  const [done, setDone] = useState('')
  const ask = useRef<HTMLButtonElement>(null)
  const { state, version } = draft

  useEffect(() => {
    if (state !== 'publishing') return
    const timer = setInterval(() => router.refresh(), pollEvery)
    const end = setTimeout(() => clearInterval(timer), pollFor)
    const refresh = () => router.refresh()
    window.addEventListener('focus', refresh)
    return () => {
      clearInterval(timer)
      clearTimeout(end)
      window.removeEventListener('focus', refresh)
    }
  }, [state, router])
  useEffect(() => {
    if (mode === 'publishing' || mode === 'discarding') ask.current?.focus()
  }, [mode])

  const step = async (name: string, said: string, after?: () => void) => {
    setDone('')
    // What is typed while it is saved makes another version: once more.
    const seen = name === 'request-approval' ? ((await save()) ?? (await save())) : draft
    if (!seen) return
    const isDone = await act({ path: `/sitreps/${draft.id}/${name}`, version: seen.version })
    if (!isDone) return
    setMode('looking')
    setDone(said)
    if (after) after()
    else router.refresh()
  }
  const button = (look: 'primary' | 'plain' | 'quiet') => `${buttonClass(look)} min-h-11 disabled:opacity-60`
  const isStopped = stops !== null && stops > 0
  const acts = (
    <LiveFields name={t('actions')} className="ms-auto flex flex-wrap gap-2">
      {state === 'draft' && mayWrite && (
        <button
          type="button"
          className={button('primary')}
          disabled={isBusy || isStopped}
          aria-describedby={isStopped ? 'stops' : undefined}
          onClick={() => void step('request-approval', t('didAsk'))}
        >
          {t('ask')}
        </button>
      )}
      {state === 'requested' && mayApprove && (
        <button
          type="button"
          className={button('primary')}
          disabled={isBusy || isAuthor || isStopped}
          aria-describedby={isAuthor ? 'own-words' : isStopped ? 'stops' : undefined}
          onClick={() => void step('approve', t('didApprove'))}
        >
          {t('approve')}
        </button>
      )}
      {state === 'approved' && mayWrite && mode !== 'publishing' && (
        <button
          type="button"
          className={button('primary')}
          disabled={isBusy || isStopped}
          aria-describedby={isStopped ? 'stops' : undefined}
          onClick={() => setMode('publishing')}
        >
          {t('publish')}
        </button>
      )}
      {(state === 'requested' || state === 'approved') && mayApprove && (
        <button type="button" className={button('plain')} onClick={() => setMode('returning')}>
          {t('return')}
        </button>
      )}
      {(state === 'requested' || state === 'approved') && mayWrite && !isUnlocked && (
        <button type="button" className={button('plain')} onClick={onUnlock}>
          {t('writeOn')}
        </button>
      )}
      {['draft', 'requested', 'approved'].includes(state) && mayWrite && (
        <button type="button" className={button('quiet')} onClick={() => setMode('discarding')}>
          {t('discard')}
        </button>
      )}
      {state === 'published' && (
        <>
          <Link href={editionHref} className={button('primary')}>
            {t('edition')}
          </Link>
          {mayWrite && (
            <button type="button" className={button('plain')} onClick={() => setMode('mending')}>
              {t('erratum')}
            </button>
          )}
        </>
      )}
      {(state === 'published' || state === 'discarded') && (
        <Link href={listHref} className={button('plain')}>
          {t('all')}
        </Link>
      )}
    </LiveFields>
  )
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <p className="text-sm">
          <strong className="font-semibold">{t(`states.${state}`)}</strong>{' '}
          <span className="text-muted">
            {state === 'requested' && t('by', { name: draft.requestedBy ?? '' })}
            {state === 'approved' && t('by', { name: draft.approvedBy ?? '' })}
            {state === 'draft' &&
              draft.authors.length > 0 &&
              t('authors', {
                names: listed(
                  locale,
                  draft.authors.map(({ name }) => name),
                ),
              })}
          </span>
        </p>
        {children}
        {acts}
      </div>
      {draft.trouble && state === 'draft' && (
        <p className="border-s-4 border-series-2 bg-surface px-4 py-3 text-sm" dir="auto">
          <strong className="font-semibold">{t('returned')}</strong> {draft.trouble}
        </p>
      )}
      <p role="status" className="sr-only">
        {done}
      </p>
      {isStopped && ['draft', 'requested', 'approved'].includes(state) && (
        <p id="stops" className="text-sm">
          {t('stops', { count: stops })}
        </p>
      )}
      {state === 'requested' && mayApprove && isAuthor && (
        <p id="own-words" className="text-sm text-muted">
          {t('ownWords')}
        </p>
      )}
      {state === 'requested' && !mayApprove && <p className="text-sm text-muted">{t('waits')}</p>}
      {isUnlocked && state !== 'draft' && <p className="text-sm">{t('approvalGoes')}</p>}
      {state === 'publishing' && (
        <p role="status" className="text-sm">
          {t('publishing')}
        </p>
      )}
      <RefusalNote
        refusal={refusal}
        compare={(current) => (
          <p>
            {t('version', { version })} → {wordCurrentWith(t)(current)}
          </p>
        )}
      />
      {mode === 'publishing' && (
        <Confirm text={t('publishAsk')}>
          <button
            ref={ask}
            type="button"
            className={button('primary')}
            disabled={isBusy}
            onClick={() => void step('publish', t('didPublish'))}
          >
            {t('publishYes')}
          </button>
          <button type="button" className={button('quiet')} onClick={() => setMode('looking')}>
            {t('notNow')}
          </button>
        </Confirm>
      )}
      {mode === 'discarding' && (
        <Confirm text={t('discardAsk', { number: draft.number })}>
          <button
            ref={ask}
            type="button"
            className={button('plain')}
            disabled={isBusy}
            onClick={() => void step('discard', t('didDiscard'))}
          >
            {t('discardYes')}
          </button>
          <button type="button" className={button('quiet')} onClick={() => setMode('looking')}>
            {t('notNow')}
          </button>
        </Confirm>
      )}
      {mode === 'returning' && (
        <section aria-label={t('return')} className="border-t border-line pt-3">
          <ActForm
            userId={userId}
            formId={`return /sitreps/${draft.id}`}
            hasFocus
            fields={[{ name: 'comment', label: t('comment'), kind: 'long', value: '', isRequired: true }]}
            submit={t('returnIt')}
            toAct={({ comment = '' }) =>
              comment.trim() === ''
                ? { errors: { comment: t('commentNeeded') } }
                : { path: `/sitreps/${draft.id}/return`, version, body: { comment } }
            }
            onDone={() => {
              setMode('looking')
              setDone(t('didReturn'))
              router.refresh()
            }}
            onCancel={{ label: t('notNow'), run: () => setMode('looking') }}
          />
        </section>
      )}
      {mode === 'mending' && (
        <section aria-label={t('erratum')} className="border-t border-line pt-3">
          <ErratumForm crisis={draft.crisis} number={draft.number} onCancel={() => setMode('looking')} />
        </section>
      )}
    </div>
  )
}

const wordCurrentWith =
  (t: ReturnType<typeof useTranslations<'sitrepDesk.workflow'>>) =>
  (current: unknown): string | null => {
    const { version, updatedBy, state } = current as SitrepDraft
    return t('versionBy', { version, by: updatedBy, state: t(`states.${state}`) })
  }

function Confirm({ text, children }: { text: string; children: ReactNode }) {
  return (
    <div role="alert" className="border-s-4 border-ink bg-surface px-4 py-3 text-sm">
      <p className="max-w-[65ch]">{text}</p>
      <div className="mt-2 flex flex-wrap gap-2">{children}</div>
    </div>
  )
}
