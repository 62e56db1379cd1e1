import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { SourceList } from '@/components/citations/source-list'
import { SitrepBlock } from '@/components/sitrep/sitrep-block'
import { MarkList } from '@/components/ui/page-heading'
import type { ChartModel } from '@/domain/chart/chart-model'
import type { Sitrep } from '@/domain/sitrep/sitrep'
import { directionOf } from '@/domain/wording/isolate'

/**
 * A composed sitrep on the screen: the same content as its PDF. `drawChart` draws a chart model, `actions` stand beside the title,
 * `languages` under it, `superseded` leads to the edition that replaces this one.
 */
export function SitrepDocument({
  sitrep,
  drawChart,
  actions,
  languages,
  superseded,
}: {
  sitrep: Sitrep
  drawChart: (chart: ChartModel) => ReactNode
  actions: ReactNode
  languages: ReactNode
  superseded: { href: string; text: string } | null
}) {
  return (
    <article lang={sitrep.language} dir={directionOf(sitrep.language)}>
      <SitrepHead sitrep={sitrep} actions={actions} />
      {languages}
      {superseded && (
        <p className="mt-6 border-s-4 border-series-2 bg-surface px-4 py-3 text-sm">
          <Link href={superseded.href}>{superseded.text}</Link>
        </p>
      )}
      {sitrep.erratum && <Erratum erratum={sitrep.erratum} />}
      <div className="mt-8 lg:grid lg:grid-cols-[minmax(0,1fr)_13rem] lg:gap-x-16">
        <div className="min-w-0 space-y-12">
          {sitrep.sections.map((section) => (
            <section key={section.key} aria-labelledby={`section-${section.key}`}>
              <h2 id={`section-${section.key}`} className="mb-4 text-lg font-semibold tracking-tight">
                {section.heading}
              </h2>
              <div className="space-y-6">
                {section.blocks.map((block, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a frozen section have no identity but their place
                  <SitrepBlock key={index} block={block} drawChart={drawChart} />
                ))}
              </div>
            </section>
          ))}
        </div>
        <Contents sitrep={sitrep} />
      </div>
      <SourceList sources={sitrep.sources} crisis={sitrep.crisis.slug} heading={sitrep.sourcesHeading} />
      <p className="mt-10 max-w-[75ch] text-xs text-muted">{sitrep.disclaimer}</p>
    </article>
  )
}

function SitrepHead({ sitrep, actions }: { sitrep: Sitrep; actions: ReactNode }) {
  const { header } = sitrep
  return (
    <header className="border-b-2 border-ink pt-8 pb-5 md:pt-10">
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div className="min-w-0 flex-[1_1_24rem]">
          <p className="text-sm text-muted">
            {header.kindText} · {sitrep.publisher}
          </p>
          <h1 className="mt-1 text-[1.5rem] leading-tight font-semibold tracking-tight md:text-xl">
            {sitrep.crisis.title}
          </h1>
          <p className="mt-1.5 text-sm text-muted">
            {[header.asOfText, header.periodText, header.nextIssueText, header.expiresText].filter(Boolean).join(' · ')}
          </p>
          <MarkList marks={header.marks} />
        </div>
        <div className="no-print flex flex-wrap gap-2">{actions}</div>
      </div>
    </header>
  )
}

function Erratum({ erratum }: { erratum: NonNullable<Sitrep['erratum']> }) {
  const t = useTranslations('sitreps')
  return (
    <section aria-labelledby="erratum" className="mt-6 border-s-4 border-series-2 bg-surface px-4 py-3 text-sm">
      <h2 id="erratum" className="font-semibold">
        {t('erratum', { replaces: erratum.replaces })}
      </h2>
      <dl className="mt-1 grid gap-x-4 gap-y-1 sm:grid-cols-[8rem_1fr]">
        <dt className="text-muted">{t('what')}</dt>
        <dd>{erratum.what}</dd>
        <dt className="text-muted">{t('why')}</dt>
        <dd>{erratum.why}</dd>
      </dl>
    </section>
  )
}

function Contents({ sitrep }: { sitrep: Sitrep }) {
  const t = useTranslations('sitreps')
  return (
    <nav aria-labelledby="contents" className="no-print hidden text-sm lg:block">
      <div className="sticky top-6">
        <h2 id="contents" className="text-xs font-semibold text-muted">
          {t('contents')}
        </h2>
        <ol className="mt-2 space-y-1.5 border-s border-line ps-4">
          {sitrep.sections.map(({ key, heading }) => (
            <li key={key}>
              <a href={`#section-${key}`} className="text-ink no-underline hover:text-accent hover:underline">
                {heading}
              </a>
            </li>
          ))}
        </ol>
      </div>
    </nav>
  )
}
