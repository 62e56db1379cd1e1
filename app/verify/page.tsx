import type { Metadata } from 'next'
import Link from 'next/link'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { minuteText } from '@/app/_pages/moment-text'
import { orStandIn } from '@/app/_pages/or-stand-in'
import { pathWith } from '@/app/_pages/page-props'
import { PlainPage } from '@/app/_pages/plain-page'
import { getContext } from '@/app/_server/context'
import type { PageSearchParams } from '@/app/_server/read-search-params'
import { VerifyForm } from '@/components/verify/verify-form'
import { isSha256, type RecognisedEdition, type Verification } from '@/domain/sitrep/verification'
import { mostVerifiedBytes, verifyHash } from '@/services/verify-pdf'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('verify')
  return { title: t('title') }
}

const troubles = ['too-large', 'too-many', 'invalid', 'unavailable'] as const

/** Whether a PDF is an edition we published. Says what came of a file by its hashes, which stand in the address, and keeps nothing. */
export default async function VerifyPage({ searchParams }: { searchParams: Promise<PageSearchParams> }) {
  const query = await searchParams
  const hash = [query.sha256].flat()[0] ?? ''
  const named = ([query.names].flat()[0] ?? '').split('.').filter(isSha256).slice(0, 4)
  const trouble = troubles.find((one) => one === query.trouble)
  const t = await getTranslations('verify')
  const found = isSha256(hash)
    ? await orStandIn(pathWith('/verify', query), async () =>
        verifyHash({ ctx: await getContext(), sha256: hash, named }),
      )
    : null
  return (
    <PlainPage title={t('title')} subtitle={t('subtitle')}>
      {trouble && (
        <p role="alert" className="mb-8 max-w-[75ch] border-s-4 border-series-5 bg-surface px-4 py-3 text-sm">
          {t(`troubles.${trouble}`)}
        </p>
      )}
      {found && (
        <section aria-labelledby="verdict" className="mb-10 max-w-[75ch] border-s-4 border-accent bg-surface px-4 py-4">
          <Verdict found={found} isUnreadable={query.unreadable === '1'} />
        </section>
      )}
      <NextIntlClientProvider messages={{ verify: (await getMessages()).verify }}>
        <VerifyForm mostBytes={mostVerifiedBytes} />
      </NextIntlClientProvider>
      <p className="mt-8 max-w-[75ch] text-sm text-muted">{t('how')}</p>
    </PlainPage>
  )
}

async function Verdict({ found, isUnreadable }: { found: Verification; isUnreadable: boolean }) {
  const t = await getTranslations('verify')
  return (
    <>
      <h2 id="verdict" className="text-lg font-semibold tracking-tight">
        {t(`verdicts.${found.verdict}`)}
      </h2>
      {found.verdict === 'published' && <Recognised edition={found.edition} />}
      {found.verdict === 'differs' && (
        <>
          <p className="mt-1 text-sm">{t('differs')}</p>
          {found.claims.map((edition) => (
            <Recognised key={`${edition.contentHash} ${edition.edition}`} edition={edition} />
          ))}
        </>
      )}
      {found.verdict === 'unknown' && <p className="mt-1 text-sm">{isUnreadable ? t('unreadable') : t('unknown')}</p>}
      <p className="mt-3 text-xs text-muted">
        {t('fileHash')} <code className="font-mono break-all">{found.sha256}</code>
      </p>
    </>
  )
}

async function Recognised({ edition }: { edition: RecognisedEdition }) {
  const [t, locale] = await Promise.all([getTranslations('verify'), getLocale()])
  const path = `/crises/${edition.crisis.slug}/sitreps/${edition.number}`
  return (
    <>
      <p className="mt-2">
        <Link
          href={`${path}?edition=${edition.edition}`}
          prefetch={false}
          lang={edition.language}
          className="font-semibold"
        >
          {edition.title}
        </Link>
      </p>
      <p className="text-sm text-muted">
        {t('edition', {
          edition: edition.edition,
          language: t(`languages.${edition.language}`),
          when: minuteText(locale, edition.publishedAt),
        })}
      </p>
      {edition.supersededBy !== null && (
        <p className="mt-1 text-sm">
          <Link href={`${path}?edition=${edition.supersededBy}`} prefetch={false}>
            {t('superseded', { by: edition.supersededBy })}
          </Link>
        </p>
      )}
    </>
  )
}
