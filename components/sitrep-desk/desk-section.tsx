'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { SectionKey } from '@/domain/sitrep/section-keys'

/** A section of the report on the desk: its heading, whether it is in the report, what is written in it, what is composed for it. */
export function DeskSection({
  section,
  heading,
  isIn,
  isEditable,
  onSwitch,
  automatic,
  children,
}: {
  section: SectionKey
  heading: string
  isIn: boolean
  isEditable: boolean
  onSwitch: (isIn: boolean) => void
  /** As composed, read only; nothing where there is nothing to tell. */
  automatic?: ReactNode
  children?: ReactNode
}) {
  const t = useTranslations('sitrepDesk.sections')
  const id = `desk-${section}`
  return (
    <section aria-labelledby={id} className="border-t border-line pt-3 pb-5">
      <div className="flex items-center justify-between gap-x-4">
        <h3 id={id} className={`text-base font-semibold ${isIn ? '' : 'text-muted'}`}>
          {heading}
        </h3>
        <label className="flex min-h-11 shrink-0 items-center gap-2 text-xs text-muted">
          <input
            id={`section-on-${section}`}
            type="checkbox"
            checked={isIn}
            disabled={!isEditable}
            onChange={({ target }) => onSwitch(target.checked)}
            aria-label={t('inReportOne', { section: heading })}
            className="size-5 accent-accent"
          />
          {t('inReport')}
        </label>
      </div>
      {!isIn && <p className="text-sm text-muted">{t('leftOut')}</p>}
      {isIn && children}
      {isIn && automatic !== undefined && (
        <details className="group mt-1 text-sm">
          <summary className="flex min-h-11 list-none items-center gap-2 text-accent hover:underline">
            <span aria-hidden="true" className="inline-block transition-transform group-open:rotate-90">
              ›
            </span>
            {t('asComposed')}
          </summary>
          <div className="space-y-5 border-s-2 border-line ps-4">{automatic}</div>
        </details>
      )}
      {isIn && automatic === undefined && children === undefined && (
        <p className="text-sm text-muted">{t('nothingComposed')}</p>
      )}
    </section>
  )
}
