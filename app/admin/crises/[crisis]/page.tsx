import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { administeredCrisis } from '@/app/_pages/administered-crisis'
import type { CrisisPageProps } from '@/app/_pages/page-props'
import { PageHeading } from '@/components/ui/page-heading'
import { marksOf } from '@/domain/sitrep/report-header'
import { makeWording } from '@/domain/wording/wording'

const pages = ['enter', 'sitreps', 'settings', 'sources', 'places', 'events', 'sending'] as const

/** Where the work on a crisis begins: the pages there are, each with what it is for. */
export default async function CrisisHubPage({ params }: CrisisPageProps) {
  const { crisis: slug } = await params
  return administeredCrisis(
    slug,
    async ({ ctx, crisis }) => {
      const t = await getTranslations('administration')
      return (
        <>
          <PageHeading
            title={crisis.title}
            subtitle={crisis.subtitle}
            marks={marksOf(makeWording(ctx.locale, crisis, []))}
          />
          <ul className="divide-y divide-line border-y border-line">
            {pages.map((page) => (
              <li key={page} className="py-3">
                <Link href={`/admin/crises/${slug}/${page}`} className="font-semibold">
                  {t(`pages.${page}`)}
                </Link>
                <p className="text-sm text-muted">{t(`pageHints.${page}`)}</p>
              </li>
            ))}
            <li className="py-3">
              <Link href={`/admin/review?crisis=${slug}`} className="font-semibold">
                {t('pages.review')}
              </Link>
              <p className="text-sm text-muted">{t('pageHints.review')}</p>
            </li>
            <li className="py-3">
              <Link href={`/admin/audit?crisis=${slug}`} className="font-semibold">
                {t('pages.audit')}
              </Link>
              <p className="text-sm text-muted">{t('pageHints.audit')}</p>
            </li>
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
