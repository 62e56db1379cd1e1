import Link from 'next/link'
import { useTranslations } from 'next-intl'

/** What holds for the whole page: the crisis's disclaimer and mark, and what Attest is. */
export function SiteFooter({ lines }: { lines: string[] }) {
  const t = useTranslations('site')
  return (
    <footer className="mx-auto mt-16 max-w-page px-4 pb-12 md:px-8">
      <div className="space-y-1 border-t border-line pt-4 text-xs text-muted">
        {lines.map((line) => (
          <p key={line} className="max-w-[75ch]">
            {line}
          </p>
        ))}
        <p className="max-w-[75ch]">{t('footer')}</p>
        <p>
          <Link href="/verify" prefetch={false} className="inline-block py-2">
            {t('verify')}
          </Link>
        </p>
      </div>
    </footer>
  )
}
