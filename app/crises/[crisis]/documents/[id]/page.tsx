import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { isOfDesk } from '@/app/_pages/is-of-desk'
import { orStandIn } from '@/app/_pages/or-stand-in'
import { pathWith } from '@/app/_pages/page-props'
import { findCrisis } from '@/app/_server/ask-crisis'
import { loadCrisis } from '@/app/_server/loaders'
import type { PageSearchParams } from '@/app/_server/read-search-params'
import { ArchivedText } from '@/components/citations/archived-text'
import { QuoteInContext } from '@/components/citations/quote-in-context'
import { FactList } from '@/components/figures/fact-list'
import { CopyButton } from '@/components/ui/copy-button'
import { Empty } from '@/components/ui/empty'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { marksOf } from '@/domain/sitrep/report-header'
import { listed } from '@/domain/wording/punctuation'
import { makeWording, momentText } from '@/domain/wording/wording'
import { readDocument } from '@/services/read-documents'

interface Props {
  params: Promise<{ crisis: string; id: string }>
  searchParams: Promise<PageSearchParams>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('document')
  return { title: t('title') }
}

/** One document: who published it, where and when, its hash, and every quote in the words around it. */
export default async function DocumentPage({ params, searchParams }: Props) {
  const [{ crisis: slug, id }, query] = await Promise.all([params, searchParams])
  const path = pathWith(`/crises/${slug}/documents/${id}`, query)
  const { crisis, options, viewpoint, document, mayWork } = await orStandIn(path, async () => {
    const [asked, { ctx }] = await Promise.all([loadCrisis(slug, query), findCrisis(slug)])
    const { crisis, viewpoint } = asked
    const document = await readDocument({ ctx, crisis, viewpoint, id })
    return { ...asked, document, mayWork: isOfDesk(ctx, crisis) }
  })
  const t = await getTranslations('document')
  const tCitation = await getTranslations('citation')
  const tDesk = await getTranslations('deskFigure')
  const wording = makeWording(viewpoint.locale, crisis, options.codelist, viewpoint.asOf)
  const published = document.publishedAt
    ? wording.format.asOf({
        start: document.publishedAt,
        end: document.publishedAt,
        precision: document.publishedPrecision ?? 'minute',
      })
    : wording.words.undated
  const { quote } = wording.format.punctuation
  const citation = listed(viewpoint.locale, [document.publisher.name, quote(document.title), published, document.url])
  const positions = document.excerpts.flatMap(({ position }) => (position ? [position] : []))
  return (
    <>
      <PageHeading
        title={
          <span lang={document.language} dir="auto">
            {document.title}
          </span>
        }
        subtitle={`${document.publisher.name}, ${published}`}
        marks={marksOf(wording)}
      />
      <div className="grid gap-x-12 gap-y-12 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
        <div className="space-y-12">
          <Section id="excerpts" title={t('excerpts')}>
            {document.excerpts.length === 0 && <Empty>{t('excerptsEmpty')}</Empty>}
            {document.excerpts.map((excerpt) => (
              <QuoteInContext
                key={excerpt.citation}
                quote={excerpt.quote}
                before={excerpt.before}
                after={excerpt.after}
                language={excerpt.language}
              >
                {excerpt.figure && (
                  <Link href={`/crises/${slug}/figures/${excerpt.figure}`} prefetch={false}>
                    {tCitation('openFigure')}
                  </Link>
                )}
                {excerpt.note && t('citedByNote')}
                {excerpt.dispute && t('citedByDispute')}
                {mayWork && (excerpt.note || excerpt.dispute) && (
                  <>
                    {' '}
                    <Link
                      href={`/admin/crises/${slug}/${excerpt.note ? `notes/${excerpt.note}` : `disputes/${excerpt.dispute}`}`}
                      prefetch={false}
                    >
                      {tDesk('workOn')}
                    </Link>
                  </>
                )}
              </QuoteInContext>
            ))}
          </Section>
          {document.text ? (
            <Section id="text" title={t('text')} subtitle={crisis.exercise ? t('textSubtitle') : undefined}>
              <ArchivedText text={document.text} language={document.language} marked={positions} />
            </Section>
          ) : (
            <p className="max-w-[65ch] text-sm text-muted">{t('withheld')}</p>
          )}
        </div>
        <div className="space-y-12">
          <FactList
            facts={[
              { name: t('publisher'), value: document.publisher.name },
              { name: t('published'), value: published },
              { name: t('retrieved'), value: momentText(wording, document.retrievedAt) },
              {
                name: t('language'),
                value: new Intl.DisplayNames('en', { type: 'language' }).of(document.language) ?? document.language,
              },
              {
                name: t('address'),
                value: document.url && (
                  <a href={document.url} rel="noreferrer" className="break-all">
                    {document.url}
                  </a>
                ),
              },
              {
                name: t('hash'),
                value: document.sha256 ? (
                  <code className="font-mono text-xs break-all">{document.sha256}</code>
                ) : (
                  t('noHash')
                ),
              },
              {
                name: t('citation'),
                value: (
                  <>
                    {citation}{' '}
                    <span className="scripting-only">
                      <CopyButton text={citation} label={tCitation('copy')} done={tCitation('copied')} />
                    </span>
                  </>
                ),
              },
            ]}
          />
        </div>
      </div>
    </>
  )
}
