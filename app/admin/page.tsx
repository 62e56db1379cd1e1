import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { deskLinksFor } from '@/app/_pages/desk-links'
import { requireSession } from '@/app/_pages/require-session'
import { PageHeading } from '@/components/ui/page-heading'

/** Where one stands after signing in: the pages there are. */
export default async function DeskPage() {
  const { signedIn } = await requireSession()
  const t = await getTranslations('admin')
  const pages = deskLinksFor(signedIn.actor).filter(({ page }) => page !== 'desk')
  return (
    <>
      <PageHeading title={t('nav.desk')} subtitle={signedIn.actor.name} />
      <ul className="list-disc space-y-1 ps-5">
        {pages.map(({ page, href }) => (
          <li key={href}>
            <Link href={href}>{t(`nav.${page}`)}</Link>
          </li>
        ))}
        <li>
          <Link href="/account">{t('account')}</Link>
        </li>
      </ul>
    </>
  )
}
