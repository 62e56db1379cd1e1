'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useRef } from 'react'
import { Field } from '@/components/entry/field'
import { useDescribedBy } from '@/components/entry/remark'
import { spanAt, type TextSpan } from '@/domain/document/text-steps'
import type { QuoteFields } from '@/domain/entry/figure-fields'
import { maskQuote } from '@/domain/reading/mask-names'

interface Props extends QuoteFields {
  id: string
  /** Where a form has several: of which document. */
  label?: string
  language: string | undefined
  /** Of the text, where it is beside the form: the field says in which of them the words stand. */
  paragraphs?: readonly TextSpan[]
  error?: string | undefined
  onChange: (quote: QuoteFields) => void
  children?: ReactNode
}

/** The verbatim words. Typed over they have no place in the text until they are saved: then they are looked for. */
export function QuoteField(props: Props) {
  const { id, label, quote, position, language, paragraphs = [], error, onChange, children } = props
  const t = useTranslations('entry')
  const described = useDescribedBy()
  const paragraph = position && paragraphs.length > 0 ? spanAt(paragraphs, position.start) + 1 : null
  const area = useRef<HTMLTextAreaElement>(null)
  const mask = () => {
    const { selectionStart: start = 0, selectionEnd: end = 0 } = area.current ?? {}
    if (end > start) onChange({ quote: maskQuote(quote, [{ start, end }], language ?? 'en'), position })
    area.current?.focus()
  }
  return (
    <Field
      id={id}
      label={label ?? t('figure.quote')}
      aside={paragraph === null ? undefined : t('paragraph', { number: paragraph })}
      error={error}
    >
      <textarea
        ref={area}
        id={id}
        rows={2}
        maxLength={2000}
        lang={language}
        dir="auto"
        value={quote}
        placeholder={t('figure.quoteHint')}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={described(id, { hint: paragraph !== null, error: error !== undefined })}
        onChange={({ target }) => onChange({ quote: target.value, position: null })}
        className="field block resize-y"
      />
      <button type="button" onClick={mask} className="min-h-9 text-xs text-accent hover:underline">
        {t('maskName')}
      </button>
      {children}
    </Field>
  )
}
