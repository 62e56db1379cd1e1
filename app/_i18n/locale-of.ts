import { type Locale, locales } from '@/domain/viewpoint/viewpoint'

/** The cookie in which a reader's language is kept, and the header in which pages are told of it. */
export const localeCookie = 'locale'
export const localeHeader = 'x-locale'

/** A language there is; null for anything else. */
export function readLocale(text: string | null | undefined): Locale | null {
  return locales.find((locale) => locale === text) ?? null
}

/** The language a reader chose, from the `Cookie` header of a request; null for none. */
export function localeOfCookies(cookies: string | null): Locale | null {
  return readLocale(new RegExp(`(?:^|;\\s*)${localeCookie}=(\\w+)`).exec(cookies ?? '')?.[1])
}

/** What programs follow is in English. */
const english = /\/feed\.\w+$/

/** In which language a page is shown: as its address says (`?lang=`), else as the reader chose before, else in English. */
export function localeOf({ pathname, searchParams }: URL, cookie: string | undefined): Locale {
  if (english.test(pathname)) return 'en'
  return readLocale(searchParams.get('lang')) ?? readLocale(cookie) ?? 'en'
}
