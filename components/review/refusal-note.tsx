'use client'

import { useTranslations } from 'next-intl'
import type { Refusal } from '@/components/review/use-act'
import { buttonClass } from '@/components/ui/button'

interface Props {
  refusal: Refusal | null
  /** What the person saw, and how to put what stands now into the same words; where the act was about a version. */
  seen?: string
  wordCurrent?: (current: unknown) => string | null
}

/** Why nothing was done, read aloud as it appears. Of a stale version both are shown, side by side. */
export function RefusalNote({ refusal, seen, wordCurrent }: Props) {
  const t = useTranslations('review')
  const problem = refusal?.is === 'refused' ? refusal.problem : null
  const current = problem?.status === 409 ? problem.current : undefined
  const now = current === undefined ? null : wordCurrent?.(current)
  return (
    <div role="alert" className={refusal ? 'border-s-4 border-series-5 bg-surface px-4 py-3 text-sm' : 'hidden'}>
      {refusal?.is === 'away' && <p>{t('away')}</p>}
      {refusal?.is === 'sign-in' && <p>{t('signInAgain')}</p>}
      {problem && <p>{problem.detail}</p>}
      {problem?.errors && problem.errors.length > 0 && (
        <ul className="mt-1 list-disc ps-5">
          {problem.errors.map(({ pointer, message }) => (
            <li key={pointer + message}>
              {pointer && <code className="text-xs">{pointer}</code>} {message}
            </li>
          ))}
        </ul>
      )}
      {now && (
        <>
          <dl className="mt-3 grid gap-4 sm:grid-cols-2">
            <div className="border-t border-line pt-2">
              <dt className="text-muted">{t('youSaw')}</dt>
              <dd className="font-medium">{seen}</dd>
            </div>
            <div className="border-t border-line pt-2">
              <dt className="text-muted">{t('standsNow')}</dt>
              <dd className="font-medium">{now}</dd>
            </div>
          </dl>
          <button type="button" onClick={() => location.reload()} className={`${buttonClass('plain')} mt-3 min-h-11`}>
            {t('showNewest')}
          </button>
        </>
      )}
    </div>
  )
}
