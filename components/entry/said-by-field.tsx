'use client'

import { useTranslations } from 'next-intl'
import { ChoiceChips } from '@/components/entry/chips'
import { describedBy, Field, FieldGroup } from '@/components/entry/field'
import { Picker } from '@/components/entry/picker'
import type { Named } from '@/domain/entry/figure-fields'
import { type Citation, citationRelations } from '@/domain/figure/figure'

interface Props {
  /** Begins the ids of the fields. */
  prefix: string
  label: string
  value: Named | null
  relation: Citation['relation']
  publisher: string | null
  error: string | undefined
  onChange: (change: { value?: Named | null; relation?: Citation['relation'] }) => void
  onAddSource: (typed: string) => void
}

/** Who said it, and whether the document is their own or relays it. */
export function SaidByField({ prefix, label, value, relation, publisher, error, onChange, onAddSource }: Props) {
  const t = useTranslations('entry.statement')
  const id = `${prefix}-by`
  return (
    <>
      <FieldGroup id={`${prefix}-relation`} label={t('relation')}>
        <ChoiceChips
          name={`${prefix}-relation`}
          options={citationRelations.map((one) => ({ value: one, label: t(`relations.${one}`) }))}
          value={relation}
          onChange={(next) => onChange({ relation: next })}
        />
      </FieldGroup>
      {relation === 'unattributed' ? (
        <p className="text-sm text-muted">{t('publisherClaims', { publisher: publisher ?? '' })}</p>
      ) : (
        <Field id={id} label={label} error={error}>
          <Picker
            id={id}
            kind="source"
            shown={value?.name ?? ''}
            placeholder={t('search')}
            isInvalid={error !== undefined}
            describedBy={describedBy(id, { error: error !== undefined })}
            onPick={({ id, name }) => onChange({ value: { id, name } })}
            onClear={() => onChange({ value: null })}
            add={{ label: t('addSource'), onAdd: onAddSource }}
          />
        </Field>
      )}
    </>
  )
}
