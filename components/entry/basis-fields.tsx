'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ChoiceChips } from '@/components/entry/chips'
import { FieldGroup } from '@/components/entry/field'
import { TimeField } from '@/components/entry/time-field'
import type { ChangeFields } from '@/components/entry/use-kept-fields'
import type { FigureFields } from '@/domain/entry/figure-fields'
import { basisKinds } from '@/domain/figure/figure'

interface Props {
  fields: FigureFields
  errors: Record<string, string>
  /** The day a clock time alone is of. */
  day: string | null
  onChange: ChangeFields<FigureFields>
  /** Below the kinds of basis. */
  children: ReactNode
}

/** How it was counted: since when, in which period, or at a moment. */
export function BasisFields({ fields, errors, day, onChange, children }: Props) {
  const t = useTranslations('entry.figure')
  return (
    <>
      <FieldGroup id="basis" label={t('basis')} error={errors.basis}>
        <ChoiceChips
          name="basis"
          options={basisKinds.map((value) => ({ value, label: t(`bases.${value}`) }))}
          value={fields.basis}
          onChange={(basis) => onChange({ basis })}
        />
        {children}
      </FieldGroup>
      {fields.basis !== 'stock' && (
        <TimeField
          id="basisStart"
          label={fields.basis === 'period' ? t('periodFrom') : t('since')}
          value={fields.basisStart}
          day={day}
          otherwise={fields.basis === 'period' ? undefined : t('sinceUnknown')}
          error={errors.basisStart}
          onChange={(basisStart) => onChange({ basisStart })}
        />
      )}
      {fields.basis === 'period' && (
        <TimeField
          id="basisEnd"
          label={t('periodTo')}
          value={fields.basisEnd}
          day={day}
          error={errors.basisEnd}
          onChange={(basisEnd) => onChange({ basisEnd })}
        >
          <CheckBeside
            label={t('assumed')}
            isChecked={fields.isPeriodAssumed}
            onChange={(isPeriodAssumed) => onChange({ isPeriodAssumed })}
          />
        </TimeField>
      )}
    </>
  )
}

/** Yes or no, beside a time. */
export function CheckBeside({
  label,
  isChecked,
  onChange,
}: {
  label: string
  isChecked: boolean
  onChange: (isChecked: boolean) => void
}) {
  return (
    <label className="flex min-h-10 items-center gap-2 text-sm">
      <input type="checkbox" checked={isChecked} onChange={({ target }) => onChange(target.checked)} />
      {label}
    </label>
  )
}
