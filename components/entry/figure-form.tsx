'use client'

import { useTranslations } from 'next-intl'
import { type RefObject, useState } from 'react'
import { BasisFields, CheckBeside } from '@/components/entry/basis-fields'
import { ChoiceLine } from '@/components/entry/choice-line'
import { useEntryCrisis } from '@/components/entry/entry-context'
import { Field, FieldGroup } from '@/components/entry/field'
import { FindingList } from '@/components/entry/finding-list'
import { GradingFields } from '@/components/entry/grading-fields'
import { ManyPicker, PlacePicker } from '@/components/entry/many-picker'
import { NumberField } from '@/components/entry/number-field'
import { PopulationFields } from '@/components/entry/population-fields'
import { QuoteField } from '@/components/entry/quote-field'
import { useDescribedBy } from '@/components/entry/remark'
import { TimeField } from '@/components/entry/time-field'
import type { ChangeFields } from '@/components/entry/use-kept-fields'
import type { TextSpan } from '@/domain/document/text-steps'
import { fieldOfFinding } from '@/domain/entry/field-of'
import { chooseIndicator, type EntryRef, type FigureFields } from '@/domain/entry/figure-fields'
import type { Finding } from '@/domain/figure/figure'
import { indicatorGroups } from '@/domain/indicator/indicator'

interface Props {
  fields: FigureFields
  onChange: ChangeFields<FigureFields>
  errors: Record<string, string>
  findings: readonly Finding[]
  language: string | undefined
  paragraphs: readonly TextSpan[]
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
  const { fields, onChange, errors, findings, language, paragraphs, day, asOfOtherwise, wholes, numberRef } = props
  const t = useTranslations('entry.figure')
  const described = useDescribedBy()
  const [role, setRole] = useState(fields.places.at(-1)?.role ?? 'at')
  const beside = (field: string) => (
    <FindingList
      findings={findings.filter(({ code }) => fieldOfFinding(code) === field)}
      reasons={fields.reasons}
      onReason={(code, reason) =>
        onChange(({ reasons, ...rest }) => ({ ...rest, reasons: { ...reasons, [code]: reason } }))
      }
    />
  )
  return (
    <div className="space-y-3">
      <NumberField fields={fields} errors={errors} numberRef={numberRef} onChange={onChange}>
        {beside('number')}
        {beside('unit')}
      </NumberField>
      <IndicatorField fields={fields} error={errors.indicator} onChange={onChange} />
      <FieldGroup id="population" label={t('population')} error={errors.population}>
        <PopulationFields
          population={fields.population}
          words={fields.populationWords}
          onChange={(population, populationWords) => onChange({ population, populationWords })}
        />
      </FieldGroup>
      {(wholes.length > 0 || fields.partOf) && (
        <ChoiceLine
          id="partOf"
          label={t('partOf')}
          value={keyOf(fields.partOf?.ref ?? null)}
          options={[
            { value: keyOf(null), label: t('noWhole') },
            ...wholesWith(fields.partOf, wholes, t('anotherFigure')).map(({ ref, label }) => ({
              value: keyOf(ref),
              label,
            })),
          ]}
          error={errors.partOf}
          onChange={(key) =>
            onChange(({ partOf, ...rest }) => ({
              ...rest,
              partOf: wholesWith(partOf, wholes, '').find(({ ref }) => keyOf(ref) === key) ?? null,
            }))
          }
        >
          {beside('partOf')}
        </ChoiceLine>
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
          describedBy={described('places', { error: errors.places !== undefined })}
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
          describedBy={described('events', { error: errors.events !== undefined })}
        />
      </Field>
      <BasisFields fields={fields} errors={errors} day={day} onChange={onChange}>
        {beside('basis')}
      </BasisFields>
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
        <CheckBeside
          label={t('stated')}
          isChecked={fields.isAsOfStated}
          onChange={(isAsOfStated) => onChange({ isAsOfStated })}
        />
      </TimeField>
      {beside('asOf')}
      <QuoteField
        id="quote"
        quote={fields.quote}
        position={fields.position}
        language={language}
        paragraphs={paragraphs}
        error={errors.quote}
        onChange={onChange}
      >
        {beside('quote')}
      </QuoteField>
      <GradingFields fields={fields} errors={errors} onChange={onChange} isOpen={fields.correction !== null} />
    </div>
  )
}

function IndicatorField({
  fields: { indicator },
  error,
  onChange,
}: {
  fields: FigureFields
  error: string | undefined
  onChange: ChangeFields<FigureFields>
}) {
  const t = useTranslations('entry.figure')
  const { codelist } = useEntryCrisis()
  const described = useDescribedBy()
  return (
    <Field id="indicator" label={t('indicator')} error={error}>
      <select
        id="indicator"
        value={indicator}
        title={codelist.find(({ key }) => key === indicator)?.definition}
        aria-describedby={described('indicator', { error: error !== undefined })}
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
              .map(({ key, label }) => (
                <option key={key} value={key}>
                  {label}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </Field>
  )
}

const keyOf = (ref: EntryRef | null) => JSON.stringify(ref)

/** What it can be a part of, that of which it is one included, wherever that was entered from. */
function wholesWith(partOf: FigureFields['partOf'], wholes: Props['wholes'], otherwise: string): Props['wholes'] {
  const isListed = partOf === null || wholes.some(({ ref }) => keyOf(ref) === keyOf(partOf.ref))
  return isListed ? wholes : [{ ref: partOf.ref, label: partOf.label || otherwise }, ...wholes]
}
