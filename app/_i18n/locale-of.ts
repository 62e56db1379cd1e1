import { type Locale, locales } from '@/domain/viewpoint/viewpoint'

/** The cookie in which a reader's language is kept, and the header in which pages are told of it. */
export const localeCookie = 'locale'
export const localeHeader = 'x-locale'

/** A language there is; null for anything else. */
export function readLocale(text: string | null | undefined): Locale | null {
  return locales.find((locale) => locale === text) ?? null
}

/** Where people of the desk work, and what programs follow, is in English. */
const english = /^\/(?:admin|account|sign-in|invitations|reset-password)(?:\/|$)|\/feed\.\w+$/

/** In which language a page is shown: as its address says (`?lang=`), else as the reader chose before, else in English. */
export function localeOf({ pathname, searchParams }: URL, cookie: string | undefined): Locale {
  if (english.test(pathname)) return 'en'
  return readLocale(searchParams.get('lang')) ?? readLocale(cookie) ?? 'en'
}
