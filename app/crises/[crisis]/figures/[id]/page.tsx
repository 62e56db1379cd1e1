import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { loadFigure } from '@/app/_pages/load-figure'
import { orStandIn } from '@/app/_pages/or-stand-in'
import { pathWith } from '@/app/_pages/page-props'
import type { PageSearchParams } from '@/app/_server/read-search-params'
import { QuoteInContext } from '@/components/citations/quote-in-context'
import { DisputeList } from '@/components/figures/dispute-list'
import { FactList } from '@/components/figures/fact-list'
import { FigureFacts } from '@/components/figures/figure-facts'
import { figureTitle, whereOf } from '@/components/figures/figure-row'
import { PositionList } from '@/components/figures/position-list'
import { VersionList } from '@/components/figures/version-list'
import { buttonClass } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import type { Figure } from '@/domain/figure/figure'
import { marksOf } from '@/domain/sitrep/report-header'
import { listed } from '@/domain/wording/punctuation'
import { asOfText, makeWording, momentText, quantityText } from '@/domain/wording/wording'

interface Props {
  params: Promise<{ crisis: string; id: string }>
  searchParams: Promise<PageSearchParams>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('figure')
  return { title: t('title') }
}

/** One figure: where it can be read, how it was coded, what became of it. */
export default async function FigurePage({ params, searchParams }: Props) {
  const [{ crisis: slug, id }, query] = await Promise.all([params, searchParams])
  const path = `/crises/${slug}/figures/${id}`
  const asked = await orStandIn(pathWith(path, query), () => loadFigure(slug, id, query))
  const { crisis, figure, excerpts, options, viewpoint, isOfDesk, decisions, independences } = asked
  const t = await getTranslations()
  const wording = makeWording(viewpoint.locale, crisis, options.codelist, viewpoint.asOf)
  const linkTo = (other: Figure) => ({
    href: `/crises/${slug}/figures/${other.id}`,
    title: figureTitle(other, wording),
  })
  return (
    <>
      <PageHeading
        title={figureTitle(figure, wording)}
        subtitle={[
          figure.claimant.name,
          whereOf(figure, wording),
          figure.asOf ? asOfText(wording, figure.asOf) : t('figures.undated'),
        ]
          .filter(Boolean)
          .join(' · ')}
        marks={[...(figure.state === 'withdrawn' ? [t('figure.withdrawn')] : []), ...marksOf(wording)]}
      >
        {isOfDesk && (
          <Link href={`/admin/crises/${slug}/figures/${id}`} className={buttonClass('plain')} prefetch={false}>
            {t('figure.desk')}
          </Link>
        )}
      </PageHeading>
      <div className="grid gap-x-12 gap-y-12 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
        <div className="space-y-12">
          <Section id="quotes" title={t('figure.quotes')} subtitle={t('figure.quotesSubtitle')}>
            {figure.citations.map((citation) => {
              const excerpt = excerpts.get(citation.id)
              const { document, relation } = citation
              return (
                <QuoteInContext
                  key={citation.id}
                  quote={citation.quote}
                  before={excerpt?.before ?? ''}
                  after={excerpt?.after ?? ''}
                  language={citation.language}
                >
                  <Link href={`/crises/${slug}/documents/${document.id}`} lang={document.language}>
                    {document.title}
                  </Link>
                  {', '}
                  {relation === 'direct'
                    ? `${document.publisher.name}, ${t('citation.direct')}`
                    : t(`citation.${relation}`, { publisher: document.publisher.name })}
                  {document.publishedAt &&
                    `, ${wording.format.asOf({
                      start: document.publishedAt,
                      end: document.publishedAt,
                      precision: document.publishedPrecision ?? 'minute',
                    })}`}
                </QuoteInContext>
              )
            })}
          </Section>
          <Section id="positions" title={t('figure.positions')} subtitle={figure.headline.sentence}>
            <PositionList headline={figure.headline} wording={wording} here={figure.id} />
          </Section>
          <Section id="disputes" title={t('figure.disputes')}>
            {figure.disputes.length > 0 ? (
              <DisputeList disputes={figure.disputes} wording={wording} isOfDesk={isOfDesk} />
            ) : (
              <Empty>{t('figure.disputesEmpty')}</Empty>
            )}
          </Section>
          <Section id="versions" title={t('figure.versions')} subtitle={t('figure.versionsSubtitle')}>
            <VersionList versions={figure.versions} wording={wording} />
          </Section>
        </div>
        <div className="space-y-12">
          <Section id="facts" title={t('figure.facts')}>
            <FigureFacts figure={figure} wording={wording} />
          </Section>
          {(figure.whole || figure.parts.length > 0) && (
            <Section id="parts" title={t('figure.parts')}>
              <FactList
                facts={[
                  ...(figure.whole
                    ? [{ name: t('figure.whole'), value: <FigureLink {...linkTo(figure.whole)} /> }]
                    : []),
                  ...figure.parts.map((part) => ({ name: t('figure.part'), value: <FigureLink {...linkTo(part)} /> })),
                  ...(figure.sumOfParts
                    ? [
                        {
                          name: t(figure.sumOfParts.partial ? 'figure.partialSum' : 'figure.sum'),
                          value: quantityText(wording, figure.sumOfParts.quantity),
                        },
                      ]
                    : []),
                ]}
              />
            </Section>
          )}
          {figure.relays.length > 0 && (
            <Section id="relays" title={t('figure.relays')} subtitle={t('figure.relaysSubtitle')}>
              <ul className="text-sm">
                {figure.relays.map((relay) => (
                  <li key={relay.id} className="border-t border-line py-2">
                    <FigureLink {...linkTo(relay)} />
                    <span className="block text-xs text-muted">
                      {listed(
                        viewpoint.locale,
                        relay.citations.map(({ document }) => document.publisher.name),
                      )}
                    </span>
                  </li>
                ))}
              </ul>
            </Section>
          )}
          <Section id="used" title={t('figure.used')}>
            {figure.editions.length > 0 ? (
              <ul className="text-sm">
                {figure.editions.map(({ number, edition }) => (
                  <li key={`${number}.${edition}`} className="border-t border-line py-2">
                    <Link href={`/crises/${slug}/sitreps/${number}?edition=${edition}`} prefetch={false}>
                      {t('figure.sitrep', { number, edition })}
                    </Link>
                  </li>
                ))}
              </ul>
            ) : (
              <Empty>{t('figure.usedEmpty')}</Empty>
            )}
          </Section>
          {decisions.length > 0 && (
            <Section id="decisions" title={t('figure.resolutions')}>
              <ul className="text-sm">
                {decisions.map(({ id: decision, figure: chosen, rule, reason, knownFrom }) => (
                  <li key={decision} className="border-t border-line py-2">
                    {t(chosen === id ? 'figure.resolvedHere' : 'figure.resolvedElse', { reason })}
                    <span className="block text-xs text-muted">
                      {t('figure.decidedBy', { rule: t(`figure.decisionRules.${rule}`) })}
                    </span>
                    <span className="block text-xs text-muted">{momentText(wording, knownFrom)}</span>
                  </li>
                ))}
              </ul>
            </Section>
          )}
          {independences.length > 0 && (
            <Section id="independence" title={t('figure.independence')}>
              <ul className="text-sm">
                {independences.map(({ a, b, reason }) => (
                  <li key={`${a} ${b}`} className="border-t border-line py-2">
                    {t('figure.independent', { a, b, reason })}
                  </li>
                ))}
              </ul>
            </Section>
          )}
          {figure.findings.length > 0 && (
            <Section id="findings" title={t('figure.findings')}>
              <ul className="text-sm">
                {figure.findings.map(({ code, message, acknowledged }) => (
                  <li key={code + message} className="border-t border-line py-2">
                    {message}
                    {acknowledged && (
                      <span className="block text-xs text-muted">
                        {isOfDesk
                          ? t('figure.acknowledged', { by: acknowledged.by, reason: acknowledged.reason })
                          : t('figure.acknowledgedBySomebody', { reason: acknowledged.reason })}
                      </span>
                    )}
                  </li>
                ))}
              </ul>
            </Section>
          )}
        </div>
      </div>
    </>
  )
}

function FigureLink({ href, title }: { href: string; title: string }) {
  return (
    <Link href={href} prefetch={false}>
      {title}
    </Link>
  )
}
