import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { languageChoices } from '@/components/site/language-choices'
import { LocaleSwitch } from '@/components/site/locale-switch'
import { NavLinks } from '@/components/site/nav-links'
import { ThemeSwitch } from '@/components/site/theme-switch'

const pages = [
  'overview',
  'figures',
  'displacement',
  'ombudsman',
  'sitreps',
  'sources',
  'corrections',
  'methodology',
] as const

/**
 * The name, the pages of the crisis one is in (none on the list of crises), the theme, and the way to the desk. On a phone the pages fold into
 * a menu.
 */
export function SiteHeader({
  crisis,
  isSignedIn = false,
  isAtDoor = false,
}: {
  crisis: string | null
  isSignedIn?: boolean
  /** On the pages by which one signs in, which need no way there. */
  isAtDoor?: boolean
}) {
  const t = useTranslations()
  const locale = useLocale()
  const root = `/crises/${crisis}`
  const links = pages.map((page) => ({ href: page === 'overview' ? root : `${root}/${page}`, label: t(`nav.${page}`) }))
  return (
    <header className="border-b border-line bg-surface">
      <div className="mx-auto flex min-h-14 max-w-page items-center gap-x-8 px-4 md:px-8">
        <Link href="/" className="-my-2 py-2 text-[1.0625rem] font-bold tracking-tight text-ink no-underline">
          {t('site.name')}
        </Link>
        {crisis && (
          <nav aria-label={t('site.nav')} className="no-print hidden flex-1 lg:block">
            <NavLinks links={links} className="flex gap-x-6" />
          </nav>
        )}
        <div className="no-print ms-auto flex items-center gap-x-4">
          {crisis && (
            <Link href="/" className="hidden text-sm text-muted no-underline hover:text-ink hover:underline sm:block">
              {t('site.allCrises')}
            </Link>
          )}
          {!isAtDoor && (
            <Link
              href={isSignedIn ? '/admin' : '/sign-in'}
              prefetch={false}
              className="-my-1 py-2 text-sm text-muted no-underline hover:text-ink hover:underline"
            >
              {isSignedIn ? t('site.desk') : t('site.signIn')}
            </Link>
          )}
          <LocaleSwitch label={t('site.language')} current={locale} languages={languageChoices} />
          <ThemeSwitch toDark={t('site.toDark')} toLight={t('site.toLight')} />
          {crisis && (
            <details className="group relative lg:hidden">
              <summary className="list-none rounded border border-line px-3 py-1.5 text-sm">{t('site.menu')}</summary>
              <nav
                aria-label={t('site.nav')}
                className="absolute end-0 top-full z-30 mt-2 w-56 rounded-lg border border-line bg-surface py-2 shadow-lg"
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
