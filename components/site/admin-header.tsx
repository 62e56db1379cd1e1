import Link from 'next/link'
import { useLocale } from 'next-intl'
import { languageChoices } from '@/components/site/language-choices'
import { LocaleLinks } from '@/components/site/locale-switch'
import { NavLinks } from '@/components/site/nav-links'
import { SignOut } from '@/components/site/sign-out'
import { ThemeSwitch } from '@/components/site/theme-switch'

export interface AdminWords {
  site: string
  pages: string
  menu: string
  person: string
  account: string
  publicPages: string
  signOutFailed: string
  toDark: string
  toLight: string
  language: string
}

const entry = 'block w-full px-4 py-2.5 text-start text-sm text-ink no-underline hover:bg-ground'

/** The frame of the desk: its pages, as far as the person's roles lead, and the person. On a phone the pages fold into a menu. */
export function AdminHeader({
  links,
  person,
  words,
}: {
  /** The first is the desk itself. */
  links: { href: string; label: string }[]
  person: string
  words: AdminWords
}) {
  return (
    <header className="no-print border-b border-line bg-surface">
      <div className="mx-auto flex min-h-14 max-w-page items-center gap-x-8 px-4 md:px-8">
        <Link href="/admin" className="-my-2 py-2 text-[1.0625rem] font-bold tracking-tight text-ink no-underline">
          {words.site}
        </Link>
        <nav aria-label={words.pages} className="hidden flex-1 lg:block">
          <NavLinks links={links} className="flex gap-x-6" />
        </nav>
        <div className="ms-auto flex items-center gap-x-2">
          <ThemeSwitch toDark={words.toDark} toLight={words.toLight} />
          <details className="relative">
            <summary
              aria-label={`${words.person}: ${person}`}
              className="flex list-none rounded px-2 py-2.5 text-sm font-medium hover:underline"
            >
              <span dir="auto" className="max-w-24 truncate sm:max-w-48">
                {person}
              </span>
              <span aria-hidden="true" className="ms-1 text-muted">
                ▾
              </span>
            </summary>
            <div className="absolute end-0 top-full z-30 mt-1 w-56 rounded-lg border border-line bg-surface py-2 shadow-lg">
              <Link href="/account" prefetch={false} className={entry}>
                {words.account}
              </Link>
              <Link href="/" prefetch={false} className={entry}>
                {words.publicPages}
              </Link>
              <div className="mt-1 border-t border-line pt-1">
                <LocaleLinks label={words.language} current={useLocale()} languages={languageChoices} />
              </div>
              <div className="mt-1 border-t border-line px-2 pt-2">
                <SignOut failed={words.signOutFailed} />
              </div>
            </div>
          </details>
          {links.length > 1 && (
            <details className="relative lg:hidden">
              <summary className="list-none rounded border border-line px-3 py-2.5 text-sm">{words.menu}</summary>
              <nav
                aria-label={words.pages}
                className="absolute end-0 top-full z-30 mt-1 w-56 rounded-lg border border-line bg-surface py-2 shadow-lg"
              >
                <NavLinks links={links} className="flex flex-col [&_a]:px-4 [&_a]:py-2.5" />
              </nav>
            </details>
          )}
        </div>
      </div>
    </header>
  )
}
