'use client'

import { useTranslations } from 'next-intl'
import type { Lint } from '@/domain/sitrep/lint-sitrep'

/** What is to be mended, what stops the report first; each leads to its place. */
export function LintList({
  lints,
  nameOf,
  onJump,
}: {
  lints: Lint[]
  /** What a place is called, by its pointer. */
  nameOf: (at: string) => string
  onJump: (at: string) => void
}) {
  const t = useTranslations('sitrepDesk.lint')
  if (lints.length === 0) return <p className="text-sm text-muted">{t('none')}</p>
  const inOrder = [...lints.filter(({ grave }) => grave), ...lints.filter(({ grave }) => !grave)]
  return (
    <ul className="divide-y divide-line border-y border-line text-sm">
      {inOrder.map(({ code, grave, message, at }) => (
        <li key={`${code} ${at} ${message}`} className={`py-1 ps-3 ${grave ? 'border-s-4 border-s-series-5' : ''}`}>
          <button
            type="button"
            onClick={() => onJump(at)}
            className="block min-h-11 w-full py-1 text-start text-ink hover:underline"
          >
            {grave && <strong className="font-semibold">{t('grave')} </strong>}
            {message} <span className="block text-xs text-accent">{nameOf(at)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
