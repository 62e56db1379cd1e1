'use client'

import { useTranslations } from 'next-intl'
import { ChoiceChips } from '@/components/entry/chips'
import { FieldGroup } from '@/components/entry/field'
import { SourceLine } from '@/components/entry/source-line'
import type { Named } from '@/domain/entry/figure-fields'
import { type Citation, citationRelations } from '@/domain/figure/figure'

interface Props {
  /** Of the two fields. */
  ids: { relation: string; by: string }
  label: string
  value: Named | null
  relation: Citation['relation']
  publisher: string | null
  error: string | undefined
  /** Who it was is known already: only how the document stands to it is asked. */
  isKnown?: boolean
  onChange: (change: { value?: Named | null; relation?: Citation['relation'] }) => void
  onAddSource: (typed: string) => void
}

/** Who said it, and whether the document is their own or relays it. */
export function SaidByField(props: Props) {
  const { ids, label, value, relation, publisher, error, isKnown = false, onChange, onAddSource } = props
  const t = useTranslations('entry.statement')
  return (
    <>
      <FieldGroup id={ids.relation} label={t('relation')}>
        <ChoiceChips
          name={ids.relation}
          options={citationRelations.map((one) => ({ value: one, label: t(`relations.${one}`) }))}
          value={relation}
          onChange={(next) => onChange({ relation: next })}
        />
      </FieldGroup>
      {isKnown ? null : relation === 'unattributed' ? (
        <p className="text-sm text-muted">{t('publisherClaims', { publisher: publisher ?? '' })}</p>
      ) : (
        <SourceLine
          id={ids.by}
          label={label}
          value={value}
          error={error}
          onChange={(next) => onChange({ value: next })}
          onAddSource={onAddSource}
        />
      )}
    </>
  )
}
