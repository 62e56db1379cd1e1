'use client'

import { useTranslations } from 'next-intl'
import { ChoiceLine } from '@/components/entry/choice-line'
import { useEntryCrisis } from '@/components/entry/entry-context'
import { Field } from '@/components/entry/field'
import { Picker } from '@/components/entry/picker'
import { TextLine } from '@/components/entry/text-line'
import { TimeField } from '@/components/entry/time-field'
import type { ChangeFields } from '@/components/entry/use-kept-fields'
import { datasetSourceSchema } from '@/domain/dataset/dataset'
import type { GroundFields, GroundKind } from '@/domain/entry/ground-fields'
import { grades } from '@/domain/figure/figure'
import { placeLevels } from '@/domain/place/listed-place'

interface Props {
  fields: GroundFields
  errors: Record<string, string>
  onChange: ChangeFields<GroundFields>
}

const sourceKinds = datasetSourceSchema.shape.kind.options

/** What a source has: its kind, its side, and how far it can be trusted, which a second person approves. */
export function SourceLines({ fields, errors, onChange }: Props) {
  const t = useTranslations('entry.ground')
  const tKinds = useTranslations('sourceKinds')
  const tGrades = useTranslations('grades')
  return (
    <>
      <ChoiceLine
        id="new-sourceKind"
        label={t('kind')}
        value={fields.sourceKind}
        options={sourceKinds.map((value) => ({
          value: String(value),
          label: tKinds.has(value) ? tKinds(value) : value,
        }))}
        error={errors.kind}
        onChange={(sourceKind) => onChange({ sourceKind })}
      />
      <TextLine
        id="new-party"
        label={t('party')}
        aside={t('partyHint')}
        value={fields.party}
        error={errors.party}
        onChange={(party) => onChange({ party })}
      />
      <NamedLine
        id="new-parent"
        of="source"
        field="parent"
        label={t('parentSource')}
        {...{ fields, errors, onChange }}
      />
      <ChoiceLine
        id="new-grade"
        label={t('grade')}
        value={fields.grade}
        options={grades.map((value) => ({ value, label: `${value} · ${tGrades(value)}` }))}
        error={errors.grade}
        onChange={(grade) => onChange({ grade })}
      />
      <TextLine
        id="new-gradeReason"
        label={t('gradeReason')}
        aside={t('gradeHint')}
        maxLength={1000}
        value={fields.gradeReason}
        error={errors.gradeReason}
        onChange={(gradeReason) => onChange({ gradeReason })}
      />
    </>
  )
}

/** What a place has: names and who uses them, where it lies. */
export function PlaceLines({ fields, errors, onChange }: Props) {
  const t = useTranslations('entry.ground')
  const { usages } = useEntryCrisis()
  const text = (field: 'usedBy' | 'otherNames' | 'point' | 'pcode', label: string, aside?: string) => (
    <TextLine
      id={`new-${field}`}
      label={label}
      aside={aside}
      placeholder={field === 'point' ? '39.815, 46.752' : undefined}
      value={fields[field]}
      error={errors[field]}
      onChange={(value) => onChange({ [field]: value })}
    />
  )
  return (
    <>
      {text('usedBy', t('usedBy'), t('usedByHint', { usages: usages.join(', ') || '–' }))}
      {text('otherNames', t('otherNames'), t('otherNamesHint'))}
      <ChoiceLine
        id="new-level"
        label={t('level')}
        value={fields.level}
        options={placeLevels.map((value) => ({ value, label: t(`levels.${value}`) }))}
        error={errors.level}
        onChange={(level) => onChange({ level })}
      />
      <NamedLine id="new-parent" of="place" field="parent" label={t('liesIn')} {...{ fields, errors, onChange }} />
      {text('point', t('point'))}
      {text('pcode', t('pcode'))}
    </>
  )
}

/** What an event has: where and when it happened, and what it was a part of. */
export function EventLines({ fields, errors, onChange }: Props) {
  const t = useTranslations('entry.ground')
  const time = (field: 'from' | 'to', label: string, otherwise?: string) => (
    <TimeField
      id={`new-${field}`}
      label={label}
      value={fields[field]}
      day={null}
      otherwise={otherwise}
      error={errors[field]}
      onChange={(value) => onChange({ [field]: value })}
    />
  )
  return (
    <>
      <NamedLine id="new-place" of="place" field="place" label={t('where')} {...{ fields, errors, onChange }} />
      {time('from', t('from'))}
      {time('to', t('to'), t('goesOn'))}
      <NamedLine id="new-parent" of="event" field="parent" label={t('partOf')} {...{ fields, errors, onChange }} />
    </>
  )
}

/** One that is there already, searched for by any name. */
function NamedLine({
  id,
  of,
  field,
  label,
  fields,
  errors,
  onChange,
}: Props & { id: string; of: GroundKind; field: 'parent' | 'place'; label: string }) {
  const t = useTranslations('entry.ground')
  return (
    <Field id={id} label={label} error={errors[field]}>
      <Picker
        id={id}
        kind={of}
        shown={fields[field]?.name ?? ''}
        placeholder={t('none')}
        isInvalid={errors[field] !== undefined}
        onPick={({ id, name }) => onChange({ [field]: { id, name } })}
        onClear={() => onChange({ [field]: null })}
      />
    </Field>
  )
}
