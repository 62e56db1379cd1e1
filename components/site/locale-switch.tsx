'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import type { MouseEvent } from 'react'
import type { Locale } from '@/domain/viewpoint/viewpoint'

interface Props {
  label: string
  current: string
  languages: { locale: Locale; name: string; direction: 'ltr' | 'rtl' }[]
}

/** The languages of the page, folded into the name of the one it is in. */
export function LocaleSwitch(props: Props) {
  const { label, current, languages } = props
  const name = languages.find(({ locale }) => locale === current)?.name ?? current
  return (
    <details className="relative text-sm">
      <summary className="-my-1 list-none py-2 text-muted hover:text-ink" aria-label={`${label}: ${name}`}>
        {name}
      </summary>
      <div className="absolute end-0 top-full z-30 mt-2 w-40 rounded-lg border border-line bg-surface py-2 shadow-lg">
        <LocaleLinks {...props} />
      </div>
    </details>
  )
}

/** The page one is on in each language, by plain links: the whole page changes, its direction too. */
export function LocaleLinks({ label, current, languages }: Props) {
  const path = usePathname()
  const search = useSearchParams()
  // What an address asks is taken along only when a link is followed: in vain asked, it stands in no link of the page.
  const withSearch = (locale: Locale) => {
    const asked = new URLSearchParams(search)
    asked.set('lang', locale)
    return `${path}?${asked}`
  }
  const follow = (event: MouseEvent<HTMLAnchorElement>, locale: Locale) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    window.location.assign(withSearch(locale))
  }
  return (
    <nav aria-label={label}>
      <ul>
        {languages.map(({ locale, name, direction }) => (
          <li key={locale}>
            <a
              href={`${path}?lang=${locale}`}
              onClick={(event) => follow(event, locale)}
              hrefLang={locale}
              lang={locale}
              dir={direction}
              aria-current={locale === current ? 'true' : undefined}
              className="block px-4 py-2.5 text-start text-sm text-ink no-underline hover:underline aria-[current]:font-semibold"
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
