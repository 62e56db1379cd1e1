'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'

interface Props {
  label: string
  detail: string
  /** The address of the form with its values; null where there is none. */
  open: string | null
  onTryAgain: (() => void) | null
  onDiscard: () => void
}

const action = 'min-h-10 text-accent hover:underline'

/** One entry that a person must decide on. Discarding asks once more, in place. */
export function OutboxItemRow({ label, detail, open, onTryAgain, onDiscard }: Props) {
  const t = useTranslations('drafts')
  const [isAsking, setAsking] = useState(false)
  return (
    <li className="py-2">
      <p className="line-clamp-2 text-sm break-words text-ink">{label}</p>
      <p dir="auto">{detail}</p>
      <p className="flex flex-wrap gap-x-4">
        {open && (
          <a href={open} className={`inline-flex items-center ${action}`}>
            {t('openAgain')}
          </a>
        )}
        {onTryAgain && (
          <button type="button" onClick={onTryAgain} className={action}>
            {t('tryAgain')}
          </button>
        )}
        <button type="button" onClick={isAsking ? onDiscard : () => setAsking(true)} className={action}>
          <span aria-live="polite">{isAsking ? t('discardForGood') : t('discard')}</span>
        </button>
      </p>
    </li>
  )
}
