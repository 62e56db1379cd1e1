import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { ChartDrawing } from '@/components/charts/chart-drawing'
import { ChartTableView } from '@/components/charts/chart-table'
import { CitationMarks } from '@/components/citations/citation-marks'
import { CopyButton } from '@/components/ui/copy-button'
import type { ChartModel } from '@/domain/chart/chart-model'
import { legendText } from '@/domain/chart/legend-text'
import { punctuationOf } from '@/domain/wording/punctuation'

export interface ChartAddresses {
  /** What the live drawing is made from. */
  json: string
  svg: string
  png: string
  csv: string
  /** The chart on its page, as a whole address that can be passed on. */
  permalink: string
  /** The picture to show on another's page, as a whole address. */
  embed: string
}

/**
 * A chart on a page: its finding, measure, drawing, sources and the words for its marks, then its table, files and ways to cite it. All
 * but the live drawing works without JavaScript. `wide` and `narrow` are its static drawings, made on the server.
 */
export function Chart({
  model,
  wide,
  narrow,
  addresses,
}: {
  model: ChartModel
  wide: string
  narrow: string
  addresses: ChartAddresses
}) {
  const t = useTranslations('chart')
  const heading = useId()
  const punctuation = punctuationOf(model.language)
  return (
    <figure id={`chart-${model.key}`} aria-labelledby={heading} className="min-w-0">
      <h3 id={heading} dir={model.direction} className="text-base leading-snug font-semibold">
        {model.title}
      </h3>
      <p dir={model.direction} className="mt-0.5 mb-3 text-sm text-muted">
        {model.subtitle}
      </p>
      <ChartDrawing
        data={model.empty === null ? addresses.json : null}
        wide={wide}
        narrow={narrow}
        label={t('explore', { title: model.title })}
        alt={model.alt}
      />
      <figcaption className="mt-2 border-t border-line pt-2 text-xs text-muted">
        <p dir={model.direction}>
          {model.claimants.map(({ label, cite }, index) => (
            <span key={label}>
              {index > 0 && punctuation.comma}
              {label}
              <CitationMarks marks={cite} />
            </span>
          ))}
          {model.claimants.length > 0 && `${punctuation.stop} `}
          {model.footnote}
        </p>
        {model.legend.length > 0 && <p dir={model.direction}>{legendText(model)}</p>}
        <ChartActions model={model} addresses={addresses} />
      </figcaption>
    </figure>
  )
}

function ChartActions({ model, addresses }: { model: ChartModel; addresses: ChartAddresses }) {
  const t = useTranslations('chart')
  const embed = `<a href="${addresses.permalink}"><img src="${addresses.embed}" alt="${escapeAttribute(model.alt)}" width="720" loading="lazy"></a>`
  const citation = t('citation', {
    title: model.title,
    claimants: model.claimants.map(({ label }) => label).join(punctuationOf(model.language).comma),
    footnote: model.footnote,
    address: addresses.permalink,
  })
  return (
    <div className="mt-2 flex flex-wrap items-baseline gap-x-4 gap-y-1 [&>a]:no-underline [&>a]:hover:underline">
      {model.table.rows.length > 0 && (
        <details className="open:w-full">
          <summary className="list-none text-accent hover:underline">{t('table')}</summary>
          <ChartTableView table={model.table} caption={t('tableOf', { title: model.title })} />
        </details>
      )}
      <a href={addresses.png}>{t('png')}</a>
      <a href={addresses.svg}>{t('svg')}</a>
      <a href={addresses.csv}>{t('csv')}</a>
      <a href={addresses.permalink}>{t('link')}</a>
      <details className="open:w-full">
        <summary className="list-none text-accent hover:underline">{t('share')}</summary>
        <Quotable label={t('citationText')} text={citation} copy={t('copy')} copied={t('copied')} />
        <Quotable label={t('embed')} text={embed} copy={t('copy')} copied={t('copied')} />
      </details>
    </div>
  )
}

function Quotable({ label, text, copy, copied }: { label: string; text: string; copy: string; copied: string }) {
  return (
    <div className="mt-2">
      <p className="flex gap-3">
        {label}
        <span className="scripting-only">
          <CopyButton text={text} label={copy} done={copied} />
        </span>
      </p>
      <p className="mt-0.5 rounded border border-line bg-surface p-2 font-mono break-all text-ink select-all">{text}</p>
    </div>
  )
}

const escapeAttribute = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
