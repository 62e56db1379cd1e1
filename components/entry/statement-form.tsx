'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { ChoiceChips } from '@/components/entry/chips'
import { describedBy, Field, FieldGroup } from '@/components/entry/field'
import { Picker } from '@/components/entry/picker'
import { TimeField } from '@/components/entry/time-field'
import { blankStatement, type StatementFields } from '@/domain/entry/figure-fields'
import { citationRelations } from '@/domain/figure/figure'

interface Props {
  statement: StatementFields
  /** Those entered from this document already. */
  known: { label: string; fields: StatementFields }[]
  publisher: string | null
  day: string | null
  errors: Record<string, string>
  onChange: (statement: StatementFields) => void
  onAddSource: (typed: string) => void
}

/** Who said it. Folded to one line for a statement that is in the ledger already; another one is begun or chosen from here. */
export function StatementForm({ statement, known, publisher, day, errors, onChange, onAddSource }: Props) {
  const t = useTranslations('entry.statement')
  const [isChanging, setChanging] = useState(false)
  const choice = useRef<HTMLSelectElement>(null)
  // The button that asked for another one is gone: the focus goes where the answer is.
  useEffect(() => {
    if (isChanging) choice.current?.focus()
  }, [isChanging])
  const change = (part: Partial<StatementFields>) => onChange({ ...statement, ...part })
  const who = statement.relation === 'unattributed' ? publisher : statement.claimant?.name
  const hasError = ['claimant', 'speaker', 'occasion', 'saidAt'].some((field) => errors[field])
  const keyOf = (ref: StatementFields['ref']) => JSON.stringify(ref)

  if (statement.ref !== null && !isChanging && !hasError) {
    const said = [
      t(`relations.${statement.relation}`),
      statement.speaker,
      statement.saidAt && t('at', { time: statement.saidAt }),
    ]
    return (
      <div className="flex flex-wrap items-center gap-x-3 text-sm">
        <span className="text-muted">{t('one')}</span>
        <strong className="font-semibold">{who}</strong>
        <span className="text-muted">{said.filter(Boolean).join(', ')}</span>
        <button type="button" onClick={() => setChanging(true)} className="min-h-10 text-accent hover:underline">
          {t('another')}
        </button>
      </div>
    )
  }
  return (
    <fieldset className="space-y-3">
      <legend className="sr-only">{t('one')}</legend>
      {known.length > 0 && (
        <Field id="statement-ref" label={t('one')}>
          <select
            ref={choice}
            id="statement-ref"
            value={keyOf(statement.ref)}
            onChange={({ target }) => {
              const chosen = known.find(({ fields }) => keyOf(fields.ref) === target.value)
              onChange(chosen?.fields ?? { ...blankStatement, relation: statement.relation })
              if (chosen) setChanging(false)
            }}
            className="field"
          >
            <option value={keyOf(null)}>{t('new')}</option>
            {known.map(({ label, fields }) => (
              <option key={keyOf(fields.ref)} value={keyOf(fields.ref)}>
                {label}
              </option>
            ))}
          </select>
        </Field>
      )}
      <FieldGroup id="relation" label={t('relation')}>
        <ChoiceChips
          name="relation"
          options={citationRelations.map((value) => ({ value, label: t(`relations.${value}`) }))}
          value={statement.relation}
          onChange={(relation) => change({ relation })}
        />
      </FieldGroup>
      {statement.ref === null && (
        <>
          {statement.relation === 'unattributed' ? (
            <p className="text-sm text-muted">{t('publisherClaims', { publisher: publisher ?? '' })}</p>
          ) : (
            <Field id="claimant" label={t('claimant')} error={errors.claimant}>
              <Picker
                id="claimant"
                kind="source"
                shown={statement.claimant?.name ?? ''}
                placeholder={t('search')}
                isInvalid={errors.claimant !== undefined}
                describedBy={describedBy('claimant', { error: errors.claimant !== undefined })}
                onPick={({ id, name }) => change({ claimant: { id, name } })}
                onClear={() => change({ claimant: null })}
                add={{ label: t('addSource'), onAdd: onAddSource }}
              />
            </Field>
          )}
          <Field id="speaker" label={t('speaker')} error={errors.speaker}>
            <input
              id="speaker"
              type="text"
              autoComplete="off"
              maxLength={300}
              value={statement.speaker}
              placeholder={t('ifNamed')}
              onChange={({ target }) => change({ speaker: target.value })}
              className="field"
            />
          </Field>
          <TimeField
            id="saidAt"
            label={t('saidAt')}
            value={statement.saidAt}
            day={day}
            otherwise={t('saidAtUnknown')}
            error={errors.saidAt}
            onChange={(saidAt) => change({ saidAt })}
          />
          <Field id="occasion" label={t('occasion')} error={errors.occasion}>
            <input
              id="occasion"
              type="text"
              autoComplete="off"
              maxLength={500}
              value={statement.occasion}
              placeholder={t('occasionExample')}
              onChange={({ target }) => change({ occasion: target.value })}
              className="field"
            />
          </Field>
        </>
      )}
    </fieldset>
  )
}
