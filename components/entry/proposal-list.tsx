'use client'

import { useTranslations } from 'next-intl'
import { useFigureLabels } from '@/components/entry/use-figure-labels'
import { everyone } from '@/domain/population/population'
import type { ProposedFigure } from '@/domain/reading/propose-figures'

interface Props {
  proposals: readonly ProposedFigure[]
  language: string
  onAccept: (proposed: ProposedFigure) => void
  onReject: (proposed: ProposedFigure) => void
  onShow: (proposed: ProposedFigure) => void
}

/** Figures that the text seems to hold. Accepting fills the form and saves nothing. */
export function ProposalList({ proposals, language, onAccept, onReject, onShow }: Props) {
  const t = useTranslations('entry.proposals')
  const labels = useFigureLabels()
  return (
    <section aria-labelledby="proposals" className="pt-4">
      <h2 id="proposals" className="text-base font-semibold">
        {t('title', { count: proposals.length })}
      </h2>
      <p className="mb-2 text-xs text-muted">{t('hint')}</p>
      <ul className="divide-y divide-line border-t border-line">
        {proposals.map((one) => (
          <li key={one.start} className="py-1.5 text-sm">
            <div className="flex items-baseline gap-x-3">
              <button
                type="button"
                onClick={() => onShow(one)}
                lang={language}
                dir="auto"
                className="min-w-0 flex-1 text-start hover:underline"
              >
                <q>{one.quote}</q>
              </button>
              <strong className="shrink-0 font-semibold">{labels.quantity(one.quantity)}</strong>
            </div>
            <div className="flex flex-wrap items-center gap-x-4">
              <span className="text-xs text-muted">
                {labels.counted(one.indicator ?? t('noIndicator'), { ...everyone, ...one.population })}
                {one.disputed && ` · ${t('disputed')}`}
              </span>
              <button
                type="button"
                onClick={() => onAccept(one)}
                aria-label={t('acceptOf', { quote: one.quote })}
                className="min-h-9 text-xs text-accent hover:underline"
              >
                {t('accept')}
              </button>
              <button
                type="button"
                onClick={() => onReject(one)}
                aria-label={t('rejectOf', { quote: one.quote })}
                className="min-h-9 text-xs text-accent hover:underline"
              >
                {t('reject')}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
