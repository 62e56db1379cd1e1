import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { administeredCrisis } from '@/app/_pages/administered-crisis'
import { crisisPagesFor } from '@/app/_pages/crisis-pages'
import type { CrisisPageProps } from '@/app/_pages/page-props'
import { PageHeading } from '@/components/ui/page-heading'

/** Where the work on a crisis begins: the pages there are, each with what it is for. */
export default async function CrisisHubPage({ params }: CrisisPageProps) {
  const { crisis: slug } = await params
  return administeredCrisis(
    slug,
    async ({ ctx, crisis }) => {
      const t = await getTranslations('administration')
      return (
        <>
          <PageHeading title={crisis.title} subtitle={crisis.subtitle} />
          <ul className="divide-y divide-line border-y border-line">
            {crisisPagesFor(ctx.actor, crisis).map(({ page, href }) => (
              <li key={page} className="py-3">
                <Link href={href} className="font-semibold">
                  {t(`pages.${page}`)}
                </Link>
                <p className="text-sm text-muted">{t(`pageHints.${page}`)}</p>
              </li>
            ))}
            <li className="py-3">
              <Link href={`/crises/${slug}`} className="font-semibold">
                {t('publicPage')}
              </Link>
            </li>
          </ul>
        </>
      )
    },
    ['administrator', 'contributor', 'reviewer', 'editor'],
  )
}
