'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Refusal } from '@/components/review/use-act'
import { buttonClass } from '@/components/ui/button'

interface Props {
  refusal: Refusal | null
  /** Shows what was seen beside what stands now, where the act was about a version that is no longer the newest. */
  compare?: ((current: unknown) => ReactNode) | undefined
}

/** Why nothing was done, read aloud as it appears. Of a stale version both are shown, side by side. */
export function RefusalNote({ refusal, compare }: Props) {
  const t = useTranslations('review')
  const problem = refusal?.is === 'refused' ? refusal.problem : null
  const current = problem?.status === 409 ? problem.current : undefined
  const isThere = current !== undefined && current !== null
  return (
    <div role="alert" className={refusal ? 'border-s-4 border-series-5 bg-surface px-4 py-3 text-sm' : 'hidden'}>
      {refusal?.is === 'away' && <p>{t('away')}</p>}
      {refusal?.is === 'sign-in' && <p>{t('signInAgain')}</p>}
      {problem && <p dir="auto">{problem.detail}</p>}
      {problem?.errors && problem.errors.length > 0 && (
        <ul className="mt-1 list-disc ps-5">
          {problem.errors.map(({ pointer, message }) => (
            <li key={pointer + message}>
              {pointer && <code className="text-xs">{pointer}</code>} <bdi>{message}</bdi>
            </li>
          ))}
        </ul>
      )}
      {current !== undefined && (
        <>
          {compare && isThere && <div className="mt-3">{compare(current)}</div>}
          <button type="button" onClick={() => location.reload()} className={`${buttonClass('plain')} mt-3 min-h-11`}>
            {t('showNewest')}
          </button>
        </>
      )}
    </div>
  )
}
