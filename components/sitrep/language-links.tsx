import { useTranslations } from 'next-intl'
import type { Locale } from '@/domain/viewpoint/viewpoint'
import { directionOf } from '@/domain/wording/isolate'

/** The languages an edition was published in, each by its own name, by plain links: the page around it changes too. The one that is read is marked. */
export function LanguageLinks({
  links,
}: {
  links: { locale: Locale; name: string; href: string; isCurrent: boolean }[]
}) {
  const t = useTranslations('sitreps')
  if (links.length < 2) return null
  return (
    <nav aria-label={t('languages')} className="no-print mt-6 text-sm">
      <ul className="flex flex-wrap gap-x-5">
        {links.map(({ locale, name, href, isCurrent }) => (
          <li key={locale}>
            <a
              href={href}
              hrefLang={locale}
              lang={locale}
              dir={directionOf(locale)}
              aria-current={isCurrent ? 'page' : undefined}
              className="flex min-h-11 items-center aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
