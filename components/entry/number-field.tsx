'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode, RefObject } from 'react'
import { useEntryCrisis } from '@/components/entry/entry-context'
import { Field } from '@/components/entry/field'
import { useDescribedBy } from '@/components/entry/remark'
import { TextLine } from '@/components/entry/text-line'
import type { ChangeFields } from '@/components/entry/use-kept-fields'
import { type FigureFields, quantityOf, typeNumber } from '@/domain/entry/figure-fields'
import { units } from '@/domain/indicator/indicator'
import { qualifiers } from '@/domain/quantity/quantity'

interface Props {
  fields: FigureFields
  errors: Record<string, string>
  numberRef: RefObject<HTMLInputElement | null>
  onChange: ChangeFields<FigureFields>
  children: ReactNode
}

/** The number with its qualifier and unit; people per household where persons are derived from households. */
export function NumberField({ fields, errors, numberRef, onChange, children }: Props) {
  const t = useTranslations('entry.figure')
  const tUnit = useTranslations('entry.units')
  const { codelist } = useEntryCrisis()
  const described = useDescribedBy()
  const counts = codelist.find(({ key }) => key === fields.indicator)?.unit
  return (
    <>
      <Field
        id="number"
        label={t('number')}
        aside={fields.words ? <q dir="auto">{fields.words}</q> : t('numberHint')}
        error={errors.number}
      >
        <div className="flex flex-wrap gap-2 sm:flex-nowrap">
          <select
            aria-label={t('qualifier')}
            value={fields.qualifier}
            onChange={({ target }) =>
              onChange({ qualifier: qualifiers.find((one) => one === target.value) ?? 'exact' })
            }
            className="field !w-auto"
          >
            {qualifiers.map((one) => (
              <option key={one} value={one}>
                {t(`qualifiers.${one}`)}
              </option>
            ))}
          </select>
          <input
            ref={numberRef}
            id="number"
            type="text"
            autoComplete="off"
            value={fields.number}
            aria-invalid={errors.number !== undefined || (fields.number !== '' && !quantityOf(fields)) || undefined}
            aria-describedby={described('number', { hint: true, error: errors.number !== undefined })}
            onChange={({ target }) => onChange((before) => typeNumber(before, target.value))}
            className="field !w-auto min-w-16 flex-1 font-semibold"
          />
          <select
            aria-label={t('unit')}
            value={fields.unit}
            onChange={({ target }) => onChange({ unit: units.find((one) => one === target.value) ?? 'persons' })}
            className="field !w-auto"
          >
            {units.map((one) => (
              <option key={one} value={one}>
                {tUnit(one)}
              </option>
            ))}
          </select>
        </div>
        {children}
      </Field>
      {fields.unit === 'households' && counts === 'persons' && (
        <TextLine
          id="householdSize"
          label={t('householdSize')}
          aside={t('householdHint')}
          inputMode="decimal"
          width="!w-24"
          value={fields.householdSize}
          error={errors.householdSize}
          onChange={(householdSize) => onChange({ householdSize })}
        />
      )}
    </>
  )
}
