'use client'

import { useTranslations } from 'next-intl'
import { DraftState } from '@/components/drafts/draft-state'
import type { DraftContentState } from '@/components/sitrep-desk/use-draft-content'

/** Says where the words are: with the server, or on this device alone. */
export function SaveState({ state }: { state: DraftContentState }) {
  const t = useTranslations('sitrepDesk.save')
  const { status, problem, kept, conflict } = state
  const { view } = kept
  if (view.status === 'cannot-keep' || view.status === 'elsewhere') {
    return <DraftState view={view} onKeepMine={state.keepMine} onTakeTheirs={() => void kept.takeTheirs()} />
  }
  const words = conflict ? t('conflict') : t(status)
  return (
    <div data-save={conflict ? 'conflict' : status} className="text-xs text-muted">
      <p role="status" className={status === 'refused' || conflict ? 'font-semibold text-ink' : undefined}>
        {words}
      </p>
      {status === 'refused' && (
        <ul role="alert" className="mt-1 list-disc ps-4 text-ink">
          {(problem?.errors?.length ? problem.errors.map(({ message }) => message) : [problem?.detail ?? '']).map(
            (message) => (
              <li key={message}>
                <bdi>{message}</bdi>
              </li>
            ),
          )}
        </ul>
      )}
    </div>
  )
}
