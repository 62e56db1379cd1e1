import type { ReactNode } from 'react'
import { isSignedIn } from '@/app/_pages/is-signed-in'
import { SiteFooter } from '@/components/site/site-footer'
import { SiteHeader } from '@/components/site/site-header'
import { PageHeading } from '@/components/ui/page-heading'

/** A public page of no crisis that says one thing. */
export async function PlainPage({
  title,
  subtitle,
  children,
}: {
  title: string
  subtitle?: string
  children?: ReactNode
}) {
  return (
    <>
      <SiteHeader crisis={null} isSignedIn={await isSignedIn()} />
      <main id="content" tabIndex={-1} className="mx-auto max-w-page px-4 focus:outline-none md:px-8">
        <PageHeading title={title} subtitle={subtitle} />
        {children}
      </main>
      <SiteFooter lines={[]} />
    </>
  )
}
