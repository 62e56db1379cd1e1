'use client'

import { useTranslations } from 'next-intl'
import { type RefObject, useState } from 'react'
import { ChoiceChips } from '@/components/entry/chips'
import { useEntryCrisis } from '@/components/entry/entry-context'
import { describedBy, Field, FieldGroup } from '@/components/entry/field'
import { FindingList } from '@/components/entry/finding-list'
import { ManyPicker, PlacePicker } from '@/components/entry/many-picker'
import { PopulationFields } from '@/components/entry/population-fields'
import { QuoteField } from '@/components/entry/quote-field'
import { TimeField } from '@/components/entry/time-field'
import { fieldOfFinding } from '@/domain/entry/field-of'
import { chooseIndicator, type EntryRef, type FigureFields, quantityOf, typeNumber } from '@/domain/entry/figure-fields'
import { basisKinds, type Finding, figureSchema, natures } from '@/domain/figure/figure'
import { indicatorGroups, units } from '@/domain/indicator/indicator'
import { qualifiers } from '@/domain/quantity/quantity'
import { audiences } from '@/domain/viewpoint/viewpoint'

interface Props {
  fields: FigureFields
  onChange: (change: Partial<FigureFields> | ((fields: FigureFields) => FigureFields)) => void
  errors: Record<string, string>
  findings: readonly Finding[]
  language: string | undefined
  paragraph: number | null
  /** The day a clock time alone is of. */
  day: string | null
  /** When it holds where nobody says: the publication, in words. */
  asOfOtherwise: string
  /** What it can be a part of. */
  wholes: { ref: EntryRef; label: string }[]
  numberRef: RefObject<HTMLInputElement | null>
  onAddPlace: (typed: string) => void
  onAddEvent: (typed: string) => void
}

/** The fields of one figure. */
export function FigureForm(props: Props) {
  const { fields, onChange, errors, findings, language, paragraph, day, asOfOtherwise, wholes, numberRef } = props
  const t = useTranslations('entry.figure')
  const tUnit = useTranslations('entry.units')
  const tAudience = useTranslations('entry.audiences')
  const tFigures = useTranslations('figures')
  const tCredibility = useTranslations('credibility')
  const { codelist } = useEntryCrisis()
  const [role, setRole] = useState(fields.places.at(-1)?.role ?? 'at')
  const quantity = quantityOf(fields)
  const indicator = codelist.find(({ key }) => key === fields.indicator)
  const beside = (field: string) => (
    <FindingList
      findings={findings.filter(({ code }) => fieldOfFinding(code) === field)}
      reasons={fields.reasons}
      onReason={(code, reason) =>
        onChange(({ reasons, ...rest }) => ({ ...rest, reasons: { ...reasons, [code]: reason } }))
      }
    />
  )
  const described = (id: string, hint = false) => describedBy(id, { hint, error: errors[id] !== undefined })
  return (
    <div className="space-y-3">
      <Field
        id="number"
        label={t('number')}
        aside={fields.words ? `“${fields.words}”` : t('numberHint')}
        error={errors.number}
      >
        <div className="flex gap-2">
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
            aria-invalid={errors.number !== undefined || (fields.number !== '' && !quantity) || undefined}
            aria-describedby={described('number', true)}
            onChange={({ target }) => onChange((before) => typeNumber(before, target.value))}
            className="field min-w-16 font-semibold"
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
        {beside('number')}
        {beside('unit')}
      </Field>
      {fields.unit === 'households' && indicator?.unit === 'persons' && (
        <Field id="householdSize" label={t('householdSize')} aside={t('householdHint')} error={errors.householdSize}>
          <input
            id="householdSize"
            type="text"
            inputMode="decimal"
            value={fields.householdSize}
            aria-describedby={described('householdSize', true)}
            onChange={({ target }) => onChange({ householdSize: target.value })}
            className="field !w-24"
          />
        </Field>
      )}
      <Field id="indicator" label={t('indicator')} error={errors.indicator}>
        <select
          id="indicator"
          value={fields.indicator}
          title={indicator?.definition}
          aria-describedby={described('indicator')}
          onChange={({ target }) => {
            const chosen = codelist.find(({ key }) => key === target.value)
            if (chosen) onChange((before) => chooseIndicator(before, chosen))
          }}
          className="field"
        >
          {indicatorGroups.map((group) => (
            <optgroup key={group} label={t(`groups.${group}`)}>
              {codelist
                .filter((one) => one.group === group)
                .map(({ key, labels }) => (
                  <option key={key} value={key}>
                    {labels.en}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </Field>
      <FieldGroup id="population" label={t('population')} error={errors.population}>
        <PopulationFields
          population={fields.population}
          words={fields.populationWords}
          onChange={(population, populationWords) => onChange({ population, populationWords })}
        />
      </FieldGroup>
      {(wholes.length > 0 || fields.partOf) && (
        <Field id="partOf" label={t('partOf')} error={errors.partOf}>
          <select
            id="partOf"
            value={JSON.stringify(fields.partOf?.ref ?? null)}
            aria-describedby={described('partOf')}
            onChange={({ target }) =>
              onChange({ partOf: wholes.find(({ ref }) => JSON.stringify(ref) === target.value) ?? null })
            }
            className="field"
          >
            <option value="null">{t('noWhole')}</option>
            {wholes.map(({ ref, label }) => (
              <option key={JSON.stringify(ref)} value={JSON.stringify(ref)}>
                {label}
              </option>
            ))}
          </select>
          {beside('partOf')}
        </Field>
      )}
      <Field id="places" label={t('places')} error={errors.places}>
        <PlacePicker
          id="places"
          role={role}
          onRole={setRole}
          chosen={fields.places}
          onChange={(places) => onChange({ places })}
          placeholder={t('search')}
          add={{ label: t('addPlace'), onAdd: props.onAddPlace }}
          isInvalid={errors.places !== undefined}
          describedBy={described('places')}
        />
        {beside('places')}
      </Field>
      <Field id="events" label={t('events')} error={errors.events}>
        <ManyPicker
          id="events"
          kind="event"
          chosen={fields.events}
          onChange={(events) => onChange({ events })}
          toItem={({ id, name }) => ({ id, name })}
          placeholder={t('noEvent')}
          add={{ label: t('addEvent'), onAdd: props.onAddEvent }}
          isInvalid={errors.events !== undefined}
          describedBy={described('events')}
        />
      </Field>
      <FieldGroup id="basis" label={t('basis')} error={errors.basis}>
        <ChoiceChips
          name="basis"
          options={basisKinds.map((value) => ({ value, label: t(`bases.${value}`) }))}
          value={fields.basis}
          onChange={(basis) => onChange({ basis })}
        />
        {beside('basis')}
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
          <label className="flex min-h-10 items-center gap-2 text-sm">
            <input
              type="checkbox"
              checked={fields.isPeriodAssumed}
              onChange={({ target }) => onChange({ isPeriodAssumed: target.checked })}
            />
            {t('assumed')}
          </label>
        </TimeField>
      )}
      <TimeField
        id="asOf"
        label={t('asOf')}
        value={fields.asOf}
        day={day}
        otherwise={asOfOtherwise}
        error={errors.asOf}
        onChange={(asOf) =>
          onChange({ asOf, isAsOfStated: asOf !== '' && (fields.asOf === '' || fields.isAsOfStated) })
        }
      >
        <label className="flex min-h-10 items-center gap-2 text-sm">
          <input
            type="checkbox"
            checked={fields.isAsOfStated}
            onChange={({ target }) => onChange({ isAsOfStated: target.checked })}
          />
          {t('stated')}
        </label>
      </TimeField>
      {beside('asOf')}
      <QuoteField
        id="quote"
        quote={fields.quote}
        position={fields.position}
        language={language}
        paragraph={paragraph}
        error={errors.quote}
        onChange={onChange}
      >
        {beside('quote')}
      </QuoteField>
      <details>
        <summary className="inline-flex min-h-10 items-center text-sm text-accent hover:underline">{t('more')}</summary>
        <div className="mt-2 space-y-3">
          <Field id="credibility" label={t('credibility')}>
            <select
              id="credibility"
              value={fields.credibility}
              onChange={({ target }) =>
                onChange({
                  credibility: figureSchema.shape.credibility.options.find((one) => one === target.value) ?? '6',
                })
              }
              className="field"
            >
              {figureSchema.shape.credibility.options.map((one) => (
                <option key={one} value={one}>
                  {one} · {tCredibility(one)}
                </option>
              ))}
            </select>
          </Field>
          <Field id="nature" label={t('nature')}>
            <select
              id="nature"
              value={fields.nature}
              onChange={({ target }) => onChange({ nature: natures.find((one) => one === target.value) ?? 'count' })}
              className="field"
            >
              {natures.map((one) => (
                <option key={one} value={one}>
                  {tFigures(`natures.${one}`)}
                </option>
              ))}
            </select>
          </Field>
          <Field id="coverage" label={t('coverage')} aside={t('coverageHint')} error={errors.coverage}>
            <input
              id="coverage"
              type="text"
              maxLength={500}
              value={fields.coverage}
              aria-describedby={described('coverage', true)}
              onChange={({ target }) => onChange({ coverage: target.value })}
              className="field"
            />
          </Field>
          <Field id="asOfNote" label={t('asOfNote')} aside={t('asOfNoteHint')}>
            <input
              id="asOfNote"
              type="text"
              maxLength={500}
              value={fields.asOfNote}
              aria-describedby={described('asOfNote', true)}
              onChange={({ target }) => onChange({ asOfNote: target.value })}
              className="field"
            />
          </Field>
          <Field id="sensitivity" label={t('sensitivity')}>
            <select
              id="sensitivity"
              value={fields.sensitivity}
              onChange={({ target }) =>
                onChange({ sensitivity: audiences.find((one) => one === target.value) ?? 'public' })
              }
              className="field"
            >
              {audiences.map((one) => (
                <option key={one} value={one}>
                  {tAudience(one)}
                </option>
              ))}
            </select>
          </Field>
        </div>
      </details>
    </div>
  )
}
