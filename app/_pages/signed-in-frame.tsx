import { NextIntlClientProvider } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { deskLinksFor } from '@/app/_pages/desk-links'
import { requireSession } from '@/app/_pages/require-session'
import { DraftsProvider } from '@/components/drafts/drafts-provider'
import { AdminHeader } from '@/components/site/admin-header'

/**
 * The frame of every page for which one signs in: the pages the person's roles lead to, the person, and their drafts. Its scripts have the
 * words of all screens, since what the forms say is not known before they are used.
 */
export async function SignedInFrame({ children }: { children: ReactNode }) {
  const { signedIn } = await requireSession()
  const [t, tSite] = await Promise.all([getTranslations('admin'), getTranslations('site')])
  const links = deskLinksFor(signedIn.actor).map(({ page, href }) => ({ href, label: t(`nav.${page}`) }))
  const words = {
    site: tSite('name'),
    pages: t('pages'),
    menu: t('menu'),
    person: t('person'),
    account: t('account'),
    publicPages: t('publicPages'),
    signOutFailed: t('signOutFailed'),
    toDark: tSite('toDark'),
    toLight: tSite('toLight'),
    language: tSite('language'),
  }
  return (
    <NextIntlClientProvider>
      <DraftsProvider userId={signedIn.userId}>
        <AdminHeader links={links} person={signedIn.actor.name} words={words} />
        <main id="content" tabIndex={-1} className="mx-auto max-w-page px-4 pb-16 focus:outline-none md:px-8">
          {children}
        </main>
      </DraftsProvider>
    </NextIntlClientProvider>
  )
}
