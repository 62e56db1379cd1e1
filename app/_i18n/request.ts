import { headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { localeHeader, readLocale } from '@/app/_i18n/locale-of'
import { wordsOf } from '@/app/_i18n/words'

/**
 * The words of the screens, in the language the proxy found. Times are formatted by the domain in the crisis's own zone, so the zone here is
 * never seen.
 */
export default getRequestConfig(async () => {
  const locale = readLocale((await headers()).get(localeHeader)) ?? 'en'
  return { locale, messages: await wordsOf(locale), timeZone: 'UTC' }
})
