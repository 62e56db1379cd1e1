'use client'

import { useTranslations } from 'next-intl'
import type { ReferenceValue } from '@/components/sitrep-desk/reference-values'
import { buttonClass } from '@/components/ui/button'

/** References that read another value than their editor saw: old beside new, accepted one by one or all at once. */
export function MovedReferences({
  references,
  isEditable,
  onAccept,
}: {
  references: Record<string, ReferenceValue>
  isEditable: boolean
  onAccept: (keys: string[]) => void
}) {
  const t = useTranslations('sitrepDesk.moved')
  const moved = Object.entries(references).filter(([, { was }]) => was !== null)
  if (moved.length === 0) return null
  return (
    <section
      aria-label={t('title', { count: moved.length })}
      className="border-s-4 border-series-2 bg-surface px-4 py-3"
    >
      <p role="status" className="text-sm font-semibold">
        {t('title', { count: moved.length })}
      </p>
      <p className="text-xs text-muted">{t('hint')}</p>
      <ul className="mt-2 divide-y divide-line text-sm">
        {moved.map(([key, { was, text, who }]) => (
          <li key={key} className="flex flex-wrap items-center justify-between gap-x-4 py-1">
            <span className="min-w-0 flex-1">
              <del className="text-muted">{was}</del> <span aria-hidden="true">→</span>{' '}
              <ins className="font-semibold no-underline">{text}</ins>
              <span className="block text-xs text-muted">{who}</span>
            </span>
            {isEditable && (
              <button
                type="button"
                className={`${buttonClass('quiet')} min-h-11`}
                aria-label={t('acceptOne', { was: was ?? '', now: text })}
                onClick={() => onAccept([key])}
              >
                {t('accept')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {isEditable && moved.length > 1 && (
        <button
          type="button"
          className={`${buttonClass('plain')} mt-2 min-h-11`}
          onClick={() => onAccept(moved.map(([key]) => key))}
        >
          {t('acceptAll')}
        </button>
      )}
    </section>
  )
}
