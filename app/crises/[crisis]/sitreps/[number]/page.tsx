import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { chartDrawer, originOfRequest } from '@/app/_pages/chart-drawer'
import { loadSitrep } from '@/app/_pages/load-sitrep'
import { orStandIn } from '@/app/_pages/or-stand-in'
import { pathWith } from '@/app/_pages/page-props'
import type { PageSearchParams } from '@/app/_server/read-search-params'
import { EditionProofView } from '@/components/sitrep/edition-proof'
import { SitrepDocument } from '@/components/sitrep/sitrep-document'
import { SitrepText } from '@/components/sitrep/sitrep-text'
import { buttonClass } from '@/components/ui/button'
import { writeSitrepText } from '@/domain/sitrep/write-sitrep-text'

interface Props {
  params: Promise<{ crisis: string; number: string }>
  searchParams: Promise<PageSearchParams>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ number }, t] = await Promise.all([params, getTranslations('sitreps')])
  return { title: t('titleOf', { number }) }
}

/** A published edition on the screen: the same composed content as its PDF. */
export default async function SitrepPage({ params, searchParams }: Props) {
  const [{ crisis: slug, number }, query] = await Promise.all([params, searchParams])
  const list = `/crises/${slug}/sitreps`
  const path = `${list}/${number}`
  const { listed, content, editions } = await orStandIn(pathWith(path, query), () => loadSitrep(slug, number, query))
  const [t, origin, drawChart] = await Promise.all([
    getTranslations('sitreps'),
    originOfRequest(),
    chartDrawer({ page: path, files: `${path}/charts`, query: { edition: [String(listed.edition)] } }),
  ])
  return (
    <>
      <SitrepDocument
        sitrep={content}
        drawChart={drawChart}
        actions={
          <>
            <Link href={list} prefetch={false} className={buttonClass('plain')}>
              {t('all')}
            </Link>
            <SitrepText
              text={writeSitrepText(content, `${origin}${path}?edition=${listed.edition}`)}
              href={`/api/v1${path}/text?edition=${listed.edition}`}
              words={{ copy: t('copyText'), copied: t('textCopied'), show: t('asText') }}
            />
            <a href={`/api/v1${path}/pdf?edition=${listed.edition}`} className={buttonClass('primary')}>
              {t('download')}
            </a>
          </>
        }
        superseded={
          listed.supersededBy === null
            ? null
            : { href: `${path}?edition=${listed.supersededBy}`, text: t('superseded', { by: listed.supersededBy }) }
        }
      />
      <EditionProofView listed={listed} editions={editions} path={path} />
    </>
  )
}
