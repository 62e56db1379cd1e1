import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import { SiteHeader } from '@/components/site/site-header'
import { PageHeading } from '@/components/ui/page-heading'

/** A page with one form, for somebody who is not signed in yet. */
export async function NarrowPage({
  title,
  subtitle,
  children,
}: {
  title: string
  subtitle?: string
  children?: ReactNode
}) {
  const { account } = await getMessages()
  return (
    <>
      <SiteHeader crisis={null} isAtDoor />
      <main id="content" tabIndex={-1} className="mx-auto max-w-md px-4 pb-16 focus:outline-none">
        <PageHeading title={title} subtitle={subtitle} />
        <noscript>
          <p className="mb-6 border-s-4 border-series-2 bg-surface px-4 py-3 text-sm">{account.noScript}</p>
        </noscript>
        <NextIntlClientProvider messages={{ account }}>{children}</NextIntlClientProvider>
      </main>
    </>
  )
}
