import './fonts.css'
import './globals.css'
import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { readTheme } from '@/app/theme/read-theme'
import { SkipLink } from '@/components/site/skip-link'
import { directionOf } from '@/domain/wording/isolate'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('site')
  return {
    title: { default: t('name'), template: `%s · ${t('name')}` },
    description: t('description'),
    icons: { icon: '/icon.svg' },
  }
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#1b1f23' },
  ],
}

/** Language, direction and theme of every page. The theme is known before the first paint, so no page flashes in the other one. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, t, jar] = await Promise.all([getLocale(), getTranslations('site'), cookies()])
  return (
    <html lang={locale} dir={directionOf(locale)} data-theme={readTheme(jar.get('theme')?.value) ?? undefined}>
      <body>
        <SkipLink label={t('skip')} />
        {children}
      </body>
    </html>
  )
}
