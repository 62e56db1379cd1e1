import { headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { localeHeader, readLocale } from '@/app/_i18n/locale-of'
import type { Locale } from '@/domain/viewpoint/viewpoint'
import english from '@/messages/en.json'

/** The public pages' words by language; what a file does not hold, the desk's, is in English. */
const translated: Record<Exclude<Locale, 'en'>, () => Promise<{ default: object }>> = {
  hy: () => import('@/messages/hy.json'),
  ru: () => import('@/messages/ru.json'),
  ar: () => import('@/messages/ar.json'),
}

/**
 * The words of the screens, in the language the proxy found. Times are formatted by the domain in the crisis's own zone, so the zone here is
 * never seen.
 */
export default getRequestConfig(async () => {
  const locale = readLocale((await headers()).get(localeHeader)) ?? 'en'
  const messages = locale === 'en' ? english : over(english, (await translated[locale]()).default)
  return { locale, messages, timeZone: 'UTC' }
})

/** The words of one file with those of another over them, name by name. */
function over<Words extends object>(below: Words, above: object): Words {
  const entries = Object.entries(above).map(([name, words]) => {
    const known = (below as Record<string, unknown>)[name]
    return [name, isTree(known) && isTree(words) ? over(known, words) : words]
  })
  return { ...below, ...Object.fromEntries(entries) }
}

const isTree = (words: unknown): words is object => typeof words === 'object' && words !== null
