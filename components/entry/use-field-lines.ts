'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useEntryCrisis } from '@/components/entry/entry-context'
import { useFigureLabels } from '@/components/entry/use-figure-labels'
import type { SideBySideRow } from '@/components/ui/side-by-side'
import type { CorrectionFields } from '@/domain/entry/correction-fields'
import type { FigureFields } from '@/domain/entry/figure-fields'
import type { DisputeFields, NoteFields } from '@/domain/entry/note-fields'
import type { PlaceRef } from '@/domain/figure/figure'
import { punctuationOf } from '@/domain/wording/punctuation'

/** A field of a form in words. */
export interface FieldLine {
  name: string
  value: string
}

/** What stands in a form, field by field in words, to set two versions side by side. */
export function useFieldLines() {
  const t = useTranslations('entry')
  const tFigures = useTranslations('figures')
  const { codelist, groups } = useEntryCrisis()
  const labels = useFigureLabels()
  const { comma, semicolon, quote } = punctuationOf(useLocale())
  const placesIn = (places: readonly PlaceRef[]) =>
    places.map(({ role, name }) => `${t(`placeRoles.${role}`)} ${name}`).join(semicolon)
  const quotesIn = (quote: string, correction: CorrectionFields | null): FieldLine[] => [
    { name: t('figure.quote'), value: quote },
    ...(correction?.others ?? []).map((other) => ({
      name: t('correction.quoteIn', { title: other.document.title }),
      value: other.quote,
    })),
  ]
  const figure = (fields: FigureFields): FieldLine[] => {
    const { status, age, sex, role, condition, disability, group } = fields.population
    const facets = [status, age, sex, role, condition, disability].flatMap((facet) =>
      facet === null ? [] : [t(`population.${facet}`)],
    )
    const label = groups.find(({ slug }) => slug === group)?.label ?? group
    const size = fields.unit === 'households' && fields.householdSize
    const span = [fields.basisStart, fields.basis === 'period' ? fields.basisEnd : ''].filter(Boolean).join(' – ')
    const assumed = fields.basis === 'period' && fields.isPeriodAssumed ? t('figure.assumed') : ''
    return [
      {
        name: t('figure.number'),
        value: [labels.number(fields), fields.words && quote(fields.words)].join(' ').trim(),
      },
      { name: t('figure.unit'), value: [t(`units.${fields.unit}`), size].filter(Boolean).join(' × ') },
      {
        name: t('figure.indicator'),
        value: codelist.find(({ key }) => key === fields.indicator)?.label ?? fields.indicator,
      },
      {
        name: t('figure.population'),
        value: [...facets, label, fields.populationWords && quote(fields.populationWords)].filter(Boolean).join(comma),
      },
      {
        name: t('figure.partOf'),
        value: fields.partOf === null ? '' : fields.partOf.label || t('figure.anotherFigure'),
      },
      { name: t('figure.places'), value: placesIn(fields.places) },
      { name: t('figure.events'), value: fields.events.map(({ name }) => name).join(semicolon) },
      {
        name: t('figure.basis'),
        value: [t(`figure.bases.${fields.basis}`), fields.basis === 'stock' ? '' : span, assumed]
          .filter(Boolean)
          .join(comma),
      },
      {
        name: t('figure.asOf'),
        value: [fields.asOf, fields.isAsOfStated && t('figure.stated'), fields.asOfNote]
          .filter(Boolean)
          .join(semicolon),
      },
      { name: t('figure.coverage'), value: fields.coverage },
      { name: t('figure.nature'), value: tFigures(`natures.${fields.nature}`) },
      { name: t('figure.credibility'), value: fields.credibility },
      { name: t('figure.sensitivity'), value: t(`audiences.${fields.sensitivity}`) },
      { name: t('statement.relation'), value: t(`statement.relations.${fields.statement.relation}`) },
      ...quotesIn(fields.quote, fields.correction),
      { name: t('finding.reason'), value: Object.values(fields.reasons).filter(Boolean).join(semicolon) },
    ]
  }
  const note = (fields: NoteFields): FieldLine[] => [
    { name: t('note.kind'), value: t(`note.kinds.${fields.kind}`) },
    { name: t('note.text'), value: fields.text },
    { name: t('note.saidBy'), value: fields.saidBy?.name ?? '' },
    { name: t('statement.relation'), value: t(`statement.relations.${fields.relation}`) },
    { name: t('figure.places'), value: placesIn(fields.places) },
    { name: t('figure.asOf'), value: fields.asOf },
    {
      name: t('note.figures'),
      value: fields.figures.map(({ ref, label }) => label || JSON.stringify(ref)).join(semicolon),
    },
    { name: t('figure.sensitivity'), value: t(`audiences.${fields.sensitivity}`) },
    ...quotesIn(fields.quote, fields.correction),
  ]
  const dispute = (fields: DisputeFields): FieldLine[] => [
    { name: t('dispute.by'), value: fields.by?.name ?? '' },
    { name: t('statement.relation'), value: t(`statement.relations.${fields.relation}`) },
    { name: t('dispute.aspect'), value: t(`dispute.aspects.${fields.aspect}`) },
    { name: t('dispute.words'), value: fields.words },
    { name: t('dispute.statedAt'), value: fields.statedAt },
    ...quotesIn(fields.quote, fields.correction),
  ]
  return { figure, note, dispute }
}

/** The lines in which two versions differ. */
export function differingLines(
  left: readonly FieldLine[],
  right: readonly FieldLine[],
  nothing: string,
): SideBySideRow[] {
  const names = [...new Set([...left, ...right].map(({ name }) => name))]
  const valueIn = (lines: readonly FieldLine[], name: string) => lines.find((line) => line.name === name)?.value ?? ''
  return names
    .map((name) => ({ name, left: valueIn(left, name), right: valueIn(right, name) }))
    .filter((row) => row.left !== row.right)
    .map((row) => ({ ...row, left: row.left || nothing, right: row.right || nothing }))
}
