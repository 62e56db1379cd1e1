'use client'

import { useTranslations } from 'next-intl'
import { type OpenPages, PreviewPages } from '@/components/sitrep-desk/preview-pages'
import type { Preview } from '@/components/sitrep-desk/use-preview'
import type { Locale } from '@/domain/viewpoint/viewpoint'

interface Props {
  preview: Preview & { serial: number }
  languages: readonly Locale[]
  locale: Locale
  onLocale: (locale: Locale) => void
  openPages: OpenPages
}

/** The PDF that is being written, with why it is not there or not the newest; in the language that is chosen of several. */
export function PreviewPanel({ preview, languages, locale, onLocale, openPages }: Props) {
  const t = useTranslations('sitrepDesk.preview')
  const tLocale = useTranslations('sitrepDesk.frame.locales')
  const { shown } = preview
  return (
    <>
      <div className="flex min-h-6 flex-wrap items-center justify-between gap-x-4 py-1 text-xs text-muted">
        <p role="status">
          {preview.trouble === 'refused'
            ? preview.reasons.join(' ')
            : preview.trouble
              ? t(preview.trouble)
              : shown === null
                ? t('setting')
                : ''}
        </p>
        {languages.length > 1 && (
          <select
            aria-label={t('language')}
            value={locale}
            onChange={({ target }) => onLocale(languages.find((one) => one === target.value) ?? locale)}
            className="field min-h-11! w-auto!"
          >
            {languages.map((one) => (
              <option key={one} value={one}>
                {tLocale(one)}
              </option>
            ))}
          </select>
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by keyboard */}
      <section tabIndex={0} aria-label={t('title')} data-serial={preview.serial}>
        {shown ? (
          <PreviewPages previewed={shown} openPages={openPages} />
        ) : (
          <div className="aspect-[210/297] border border-line bg-white" aria-hidden="true" />
        )}
      </section>
    </>
  )
}
