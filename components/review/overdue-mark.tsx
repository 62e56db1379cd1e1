import { useTranslations } from 'next-intl'

/** Says of a withdrawal that nobody confirmed it within its day. */
export function OverdueMark() {
  const t = useTranslations('review')
  return <strong className="block border-s-2 border-series-5 ps-2 text-xs text-ink">{t('overdue')}</strong>
}
