import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { FigureFacts, useFigureFacts } from '@/components/figures/figure-facts'
import { figureTitle } from '@/components/figures/figure-row'
import { PositionList } from '@/components/figures/position-list'
import { SparklinePicture } from '@/components/figures/sparkline-picture'
import { DocumentPane } from '@/components/review/document-pane'
import { Section } from '@/components/ui/section'
import { SideBySide } from '@/components/ui/side-by-side'
import { buildSparkline } from '@/domain/chart/sparkline'
import type { Figure } from '@/domain/figure/figure'
import { asOfText, quantityText, type Wording } from '@/domain/wording/wording'
import type { ReadDocument, ReviewedFigure } from '@/domain/workflow/reviewed'

interface Props {
  reviewed: ReviewedFigure
  documents: ReadDocument[]
  wording: Wording
  /** Set where the page has little room beside it. */
  isNarrow?: boolean
}

/** A figure beside its quote in the document, with all that a second pair of eyes looks at. */
export function ReviewedFigureView({ reviewed, documents, wording, isNarrow = false }: Props) {
  const { figure, known, whole, headline } = reviewed
  const t = useTranslations('review')
  return (
    <div className={`grid gap-x-10 gap-y-10 ${isNarrow ? '' : 'xl:grid-cols-2'}`}>
      <div className="space-y-10">
        <Section title={t('quotes')}>
          <DocumentPane documents={documents} />
        </Section>
        <Findings reviewed={reviewed} />
      </div>
      <div className="space-y-10">
        {known && (
          <Section title={t('replaces', { version: known.version })}>
            <KnownBesideNew known={known} figure={figure} wording={wording} />
          </Section>
        )}
        <Section title={t('coded')}>
          <FigureFacts figure={figure} wording={wording} />
          {whole && (
            <p className="border-t border-line py-2 text-sm">
              <span className="text-muted">{t('whole')}</span> {figureTitle(whole, wording)}
            </p>
          )}
        </Section>
        <EarlierValues reviewed={reviewed} wording={wording} />
        <Section title={t('rivals')}>
          {headline.positions.length > 0 ? (
            <PositionList headline={headline} wording={wording} here={figure.id} />
          ) : (
            <p className="text-sm text-muted">{t('noRivals')}</p>
          )}
        </Section>
      </div>
    </div>
  )
}

/** What is known beside what is to replace it, where they differ. */
function KnownBesideNew({ known, figure, wording }: { known: Figure; figure: Figure; wording: Wording }) {
  const t = useTranslations('review')
  const { quote: inMarks, semicolon } = wording.format.punctuation
  const quotesIn = ({ citations }: Figure) => citations.map(({ quote }) => inMarks(quote)).join(semicolon)
  const number = t('fields.quantity')
  const [was, is] = [useFigureFacts(known, wording), useFigureFacts(figure, wording)]
  const rows = [
    { name: number, left: quantityText(wording, known.quantity), right: quantityText(wording, figure.quantity) },
    ...was.map(({ name, value }, index) => ({ name, left: value ?? '', right: is[index]?.value ?? '' })),
    { name: t('fields.quote'), left: quotesIn(known), right: quotesIn(figure) },
  ].filter((row) => row.left !== row.right || row.name === number)
  const orNothing = (text: string) => text || t('nothing')
  return (
    <SideBySide
      left={t('oldVersion')}
      right={t('newVersion')}
      rows={rows.map(({ name, left, right }) => ({ name, left: orNothing(left), right: orNothing(right) }))}
    />
  )
}

function Findings({ reviewed: { findings } }: { reviewed: ReviewedFigure }) {
  const t = useTranslations('review')
  return (
    <Section title={t('findings')}>
      {findings.length === 0 ? (
        <p className="text-sm text-muted">{t('noFindings')}</p>
      ) : (
        <ul className="text-sm">
          {findings.map(({ code, message, grave, acknowledged }) => (
            <li key={code + message} className="border-t border-line py-2">
              {grave && <strong>{t('grave')}: </strong>}
              <bdi>{message}</bdi>
              {acknowledged && (
                <span className="block text-xs text-muted">
                  {t('accepted', { by: acknowledged.by, reason: acknowledged.reason })}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** The same claimant's values over time as a small line of steps, and as a list; the one that waits stands last. */
function EarlierValues({ reviewed: { figure, earlier }, wording }: { reviewed: ReviewedFigure; wording: Wording }) {
  const t = useTranslations('review')
  const inTime = [...earlier, figure].toSorted((a, b) => ((a.asOf?.end ?? '') < (b.asOf?.end ?? '') ? -1 : 1))
  const points = inTime.flatMap(({ asOf, quantity }) => {
    const value = quantity.low ?? quantity.high
    return asOf && value !== null ? [{ at: asOf.end, value }] : []
  })
  return (
    <Section title={t('earlier', { claimant: figure.claimant.name })}>
      {earlier.length === 0 ? (
        <p className="text-sm text-muted">{t('noEarlier')}</p>
      ) : (
        <>
          <SparklinePicture sparkline={buildSparkline(points, wording.format.number)} isStale={false} />
          <ul className="mt-2 text-sm">
            {inTime.toReversed().map((one) => (
              <li
                key={`${one.id} ${one.version}`}
                className="flex flex-wrap justify-between gap-x-4 border-t border-line py-1.5"
              >
                <span className="text-muted">{one.asOf && asOfText(wording, one.asOf)}</span>
                {one.id === figure.id ? (
                  <strong>
                    {quantityText(wording, one.quantity)} ({t('thisFigure')})
                  </strong>
                ) : (
                  <Link href={`/crises/${wording.crisis.slug}/figures/${one.id}`} prefetch={false}>
                    {quantityText(wording, one.quantity)}
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}
