'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { ChoiceLine } from '@/components/entry/choice-line'
import { SaidByField } from '@/components/entry/said-by-field'
import { TextLine } from '@/components/entry/text-line'
import { TimeField } from '@/components/entry/time-field'
import { blankStatement, type StatementFields } from '@/domain/entry/figure-fields'
import { listed } from '@/domain/wording/punctuation'

interface Props {
  statement: StatementFields
  /** Those entered from this document already. */
  known: { label: string; fields: StatementFields }[]
  publisher: string | null
  day: string | null
  errors: Record<string, string>
  /** A figure stays with its statement when it is corrected: only how its document stands to it can change. */
  isFixed?: boolean
  onChange: (statement: StatementFields) => void
  onAddSource: (typed: string) => void
}

/** Who said it. Folded to one line for a statement that is in the ledger already; another one is begun or chosen from here. */
export function StatementForm(props: Props) {
  const { statement, known, publisher, day, errors, isFixed = false, onChange, onAddSource } = props
  const t = useTranslations('entry.statement')
  const locale = useLocale()
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
        <span className="text-muted">{listed(locale, said)}</span>
        <button type="button" onClick={() => setChanging(true)} className="min-h-10 text-accent hover:underline">
          {t(isFixed ? 'otherRelation' : 'another')}
        </button>
      </div>
    )
  }
  return (
    <fieldset className="space-y-3">
      <legend className="sr-only">{t('one')}</legend>
      {known.length > 0 && !isFixed && (
        <ChoiceLine
          id="statement-ref"
          label={t('one')}
          selectRef={choice}
          value={keyOf(statement.ref)}
          options={[
            { value: keyOf(null), label: t('new') },
            ...known.map(({ label, fields }) => ({ value: keyOf(fields.ref), label })),
          ]}
          onChange={(key) => {
            const chosen = known.find(({ fields }) => keyOf(fields.ref) === key)
            onChange(chosen?.fields ?? { ...blankStatement, relation: statement.relation })
            if (chosen) setChanging(false)
          }}
        />
      )}
      <SaidByField
        ids={{ relation: 'relation', by: 'claimant' }}
        label={t('claimant')}
        value={statement.claimant}
        relation={statement.relation}
        publisher={publisher}
        error={errors.claimant}
        isKnown={statement.ref !== null}
        onChange={({ value, relation }) =>
          change({ ...(value !== undefined && { claimant: value }), ...(relation && { relation }) })
        }
        onAddSource={onAddSource}
      />
      {statement.ref === null && (
        <>
          <TextLine
            id="speaker"
            label={t('speaker')}
            maxLength={300}
            placeholder={t('ifNamed')}
            value={statement.speaker}
            error={errors.speaker}
            onChange={(speaker) => change({ speaker })}
          />
          <TimeField
            id="saidAt"
            label={t('saidAt')}
            value={statement.saidAt}
            day={day}
            otherwise={t('saidAtUnknown')}
            error={errors.saidAt}
            onChange={(saidAt) => change({ saidAt })}
          />
          <TextLine
            id="occasion"
            label={t('occasion')}
            maxLength={500}
            placeholder={t('occasionExample')}
            value={statement.occasion}
            error={errors.occasion}
            onChange={(occasion) => change({ occasion })}
          />
        </>
      )}
    </fieldset>
  )
}
