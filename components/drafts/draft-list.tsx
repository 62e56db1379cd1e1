'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useOutbox } from '@/components/drafts/use-outbox'
import { intlTagOf } from '@/domain/wording/intl-tag'

/** The forms that were begun on this device and not sent, the newest first, each with the way back to it. */
export function DraftList() {
  const t = useTranslations('drafts')
  const locale = useLocale()
  const { isOpen, drafts } = useOutbox()
  if (!isOpen) return null
  // In the zone of whoever typed. Chromium knows no Armenian, which writes a day in figures as Russian does.
  const tag = locale === 'en' ? 'en-GB' : locale === 'hy' ? 'ru' : intlTagOf(locale)
  const moment = new Intl.DateTimeFormat(tag, { dateStyle: 'short', timeStyle: 'short' })
  if (drafts.length === 0) return <p className="text-sm text-muted">{t('noDrafts')}</p>
  return (
    <ul className="text-sm">
      {drafts
        .toSorted((a, b) => b.updatedAt - a.updatedAt)
        .map(({ id, label, href, updatedAt }) => (
          <li key={id} className="border-t border-line py-2">
            {href ? (
              <a href={href} className="inline-flex min-h-10 items-center break-words">
                {label || t('aDraft')}
              </a>
            ) : (
              label || t('aDraft')
            )}
            <span className="block text-xs text-muted">{moment.format(updatedAt)}</span>
          </li>
        ))}
    </ul>
  )
}
