import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { chartDrawer, originOfRequest } from '@/app/_pages/chart-drawer'
import { loadSitrep } from '@/app/_pages/load-sitrep'
import { orStandIn } from '@/app/_pages/or-stand-in'
import { pathWith } from '@/app/_pages/page-props'
import type { PageSearchParams } from '@/app/_server/read-search-params'
import { addressWith } from '@/components/forms/query-address'
import { EditionProofView } from '@/components/sitrep/edition-proof'
import { LanguageLinks } from '@/components/sitrep/language-links'
import { SitrepDocument } from '@/components/sitrep/sitrep-document'
import { SitrepText } from '@/components/sitrep/sitrep-text'
import { buttonClass } from '@/components/ui/button'
import type { ListedSitrep } from '@/domain/sitrep/listed-sitrep'
import { writeSitrepText } from '@/domain/sitrep/write-sitrep-text'
import type { QueryValues } from '@/domain/viewpoint/parse-viewpoint'
import type { Locale } from '@/domain/viewpoint/viewpoint'
import { ownNameOf } from '@/domain/wording/language-names'

interface Props {
  params: Promise<{ crisis: string; number: string }>
  searchParams: Promise<PageSearchParams>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ crisis, number }, query, t, origin] = await Promise.all([
    params,
    searchParams,
    getTranslations('sitreps'),
    originOfRequest(),
  ])
  // An address that leads nowhere has no other languages; the page itself tells why.
  const listed = await loadSitrep(crisis, number, query).then(
    (found) => found.listed,
    () => null,
  )
  const languages = listed?.languages ?? []
  const path = `${origin}/crises/${crisis}/sitreps/${number}`
  const addresses = listed ? languages.map((locale) => [locale, addressIn(path, listed, locale)] as const) : []
  return {
    title: t('titleOf', { number }),
    ...(addresses.length > 1 ? { alternates: { languages: Object.fromEntries(addresses) } } : {}),
  }
}

/** The page of an edition in one of its languages. */
function addressIn(path: string, { edition }: ListedSitrep, locale: Locale): string {
  return `${path}?edition=${edition}&lang=${locale}`
}

/** A published edition on the screen: the same composed content as its PDF. */
export default async function SitrepPage({ params, searchParams }: Props) {
  const [{ crisis: slug, number }, query] = await Promise.all([params, searchParams])
  const list = `/crises/${slug}/sitreps`
  const path = `${list}/${number}`
  const { listed, content, editions } = await orStandIn(pathWith(path, query), () => loadSitrep(slug, number, query))
  const { language } = content
  const asked: QueryValues = { edition: [String(listed.edition)], lang: [language] }
  const [t, origin, drawChart] = await Promise.all([
    getTranslations('sitreps'),
    originOfRequest(),
    chartDrawer({ page: path, files: `${path}/charts`, query: asked }),
  ])
  // The edition that mends this one may not be there in this language.
  const addressOf = (edition: number) => {
    const other = editions.find((one) => one.edition === edition) ?? listed
    return addressIn(path, other, other.languages.includes(language) ? language : (other.languages[0] ?? 'en'))
  }
  const pdf = (changes: QueryValues = {}) => addressWith(`/api/v1${path}/pdf`, asked, changes)
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
              text={writeSitrepText(content, `${origin}${addressIn(path, listed, language)}`)}
              href={addressWith(`/api/v1${path}/text`, asked, {})}
              words={{ copy: t('copyText'), copied: t('textCopied'), show: t('asText') }}
            />
            {listed.dataPdfSha256 && (
              <a href={pdf({ data: ['embedded'] })} className={buttonClass('plain')}>
                {t('downloadWithData')}
              </a>
            )}
            <a href={pdf()} className={buttonClass('primary')}>
              {t('download')}
            </a>
          </>
        }
        languages={
          <LanguageLinks
            links={listed.languages.map((locale) => ({
              locale,
              name: ownNameOf(locale),
              href: addressIn(path, listed, locale),
              isCurrent: locale === language,
            }))}
          />
        }
        superseded={
          listed.supersededBy === null
            ? null
            : { href: addressOf(listed.supersededBy), text: t('superseded', { by: listed.supersededBy }) }
        }
      />
      <EditionProofView listed={listed} editions={editions} path={path} />
    </>
  )
}
