'use client'

import { useTranslations } from 'next-intl'
import { useDesk } from '@/components/drafts/drafts-provider'
import { OutboxItemRow } from '@/components/drafts/outbox-item-row'
import type { OutboxView } from '@/components/drafts/outbox-view'
import type { Problem } from '@/components/drafts/submission'
import { useOutbox } from '@/components/drafts/use-outbox'

/**
 * One quiet line: whether everything is saved, or how much waits, and for what. What needs a person opens below it. `signIn` is the address
 * of the sign-in, which opens beside, so that this page keeps what it holds.
 */
export function OutboxStatus({ signIn }: { signIn: string }) {
  const t = useTranslations('drafts')
  const desk = useDesk()
  const view = useOutbox()
  const asked = view.items.filter(({ problem }) => problem !== null)
  const words = wordsOf(view)
  return (
    <div data-outbox={words ?? 'closed'} className="text-xs text-muted">
      <p role="status">
        {words && t(words, { count: view.waiting })}
        {view.needsAttention > 0 && ` ${t('needAttention', { count: view.needsAttention })}`}
      </p>
      {view.waitsFor === 'sign-in' && (
        <a href={signIn} target="_blank" rel="noreferrer" className="inline-block py-2 text-accent hover:underline">
          {t('signInAgain')}
        </a>
      )}
      {desk && asked.length + view.unreadable.length > 0 && (
        <details className="mt-1">
          <summary className="cursor-pointer py-2 text-accent">{t('show')}</summary>
          <ul className="divide-y divide-line">
            {asked.map(({ key, label, problem, form }) => (
              <OutboxItemRow
                key={key}
                label={label}
                detail={problem ? sayProblem(problem) : ''}
                open={form ? addressOfForm(form.href, key) : null}
                onTryAgain={() => desk.outbox.tryAgain(key)}
                onDiscard={() => desk.outbox.discard('outbox', key)}
              />
            ))}
            {view.unreadable.map(({ kind, id }) => (
              <OutboxItemRow
                key={`${kind} ${id}`}
                label={t(kind === 'draft' ? 'aDraft' : 'anEntry')}
                detail={t('unreadable')}
                open={null}
                onTryAgain={null}
                onDiscard={() => desk.outbox.discard(kind, id)}
              />
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

function wordsOf({ isOpen, waiting, sending, needsAttention, unreadable, waitsFor }: OutboxView) {
  if (!isOpen) return null
  if (waiting === 0) return needsAttention + unreadable.length > 0 ? null : 'allSaved'
  if (waitsFor === 'link') return 'waitForLink'
  if (waitsFor === 'sign-in') return 'waitForSignIn'
  return sending > 0 || needsAttention === 0 ? 'sending' : 'waitForOthers'
}

/** What is wrong with the fields where they are named, else with the whole. */
function sayProblem({ title, detail, errors = [] }: Problem): string {
  return errors.map(({ message }) => message).join(' ') || detail || title
}

/** The form's page, asked to mend this entry. */
function addressOfForm(href: string, key: string): string {
  return `${href}${href.includes('?') ? '&' : '?'}again=${encodeURIComponent(key)}`
}
