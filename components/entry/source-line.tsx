'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/entry/field'
import { Picker } from '@/components/entry/picker'
import { useDescribedBy } from '@/components/entry/remark'
import type { Named } from '@/domain/entry/figure-fields'

interface Props {
  id: string
  label: string
  value: Named | null
  error: string | undefined
  onChange: (value: Named | null) => void
  onAddSource: (typed: string) => void
}

/** A line of a form in which a source is searched for, or added. */
export function SourceLine({ id, label, value, error, onChange, onAddSource }: Props) {
  const t = useTranslations('entry.statement')
  const described = useDescribedBy()
  return (
    <Field id={id} label={label} error={error}>
      <Picker
        id={id}
        kind="source"
        shown={value?.name ?? ''}
        placeholder={t('search')}
        isInvalid={error !== undefined}
        describedBy={described(id, { error: error !== undefined })}
        onPick={({ id, name }) => onChange({ id, name })}
        onClear={() => onChange(null)}
        add={{ label: t('addSource'), onAdd: onAddSource }}
      />
    </Field>
  )
}
