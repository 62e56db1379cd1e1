'use client'

import { useTranslations } from 'next-intl'
import { ChoiceLine } from '@/components/entry/choice-line'
import { TextLine } from '@/components/entry/text-line'
import type { ChangeFields } from '@/components/entry/use-kept-fields'
import type { FigureFields } from '@/domain/entry/figure-fields'
import { figureSchema, natures } from '@/domain/figure/figure'
import { audiences } from '@/domain/viewpoint/viewpoint'

interface Props {
  fields: FigureFields
  errors: Record<string, string>
  onChange: ChangeFields<FigureFields>
  isOpen: boolean
}

/** What most figures leave as it is: item grade, nature, coverage, why the as-of was narrowed, who may see it. Folded away. */
export function GradingFields({ fields, errors, onChange, isOpen }: Props) {
  const t = useTranslations('entry.figure')
  const tAudience = useTranslations('entry.audiences')
  const tFigures = useTranslations('figures')
  const tCredibility = useTranslations('credibility')
  return (
    <details open={isOpen || undefined}>
      <summary className="inline-flex min-h-10 items-center text-sm text-accent hover:underline">{t('more')}</summary>
      <div className="mt-2 space-y-3">
        <ChoiceLine
          id="credibility"
          label={t('credibility')}
          value={fields.credibility}
          options={figureSchema.shape.credibility.options.map((value) => ({
            value,
            label: `${value} · ${tCredibility(value)}`,
          }))}
          onChange={(credibility) => onChange({ credibility })}
        />
        <ChoiceLine
          id="nature"
          label={t('nature')}
          value={fields.nature}
          options={natures.map((value) => ({ value, label: tFigures(`natures.${value}`) }))}
          onChange={(nature) => onChange({ nature })}
        />
        <TextLine
          id="coverage"
          label={t('coverage')}
          aside={t('coverageHint')}
          maxLength={500}
          value={fields.coverage}
          error={errors.coverage}
          onChange={(coverage) => onChange({ coverage })}
        />
        <TextLine
          id="asOfNote"
          label={t('asOfNote')}
          aside={t('asOfNoteHint')}
          maxLength={500}
          value={fields.asOfNote}
          onChange={(asOfNote) => onChange({ asOfNote })}
        />
        <ChoiceLine
          id="sensitivity"
          label={t('sensitivity')}
          value={fields.sensitivity}
          options={audiences.map((value) => ({ value, label: tAudience(value) }))}
          onChange={(sensitivity) => onChange({ sensitivity })}
        />
      </div>
    </details>
  )
}
