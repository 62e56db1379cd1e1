'use client'

import type { HTMLInputTypeAttribute, ReactNode } from 'react'
import { Field } from '@/components/entry/field'
import { useDescribedBy } from '@/components/entry/remark'

interface Props {
  id: string
  label: string
  value: string
  onChange: (value: string) => void
  aside?: ReactNode
  error?: string | undefined
  type?: HTMLInputTypeAttribute
  inputMode?: 'decimal'
  maxLength?: number
  placeholder?: string | undefined
  /** Of the field, where it is not as wide as the form. */
  width?: string
  /** So many lines; one where left out. */
  lines?: number
  children?: ReactNode
}

/** A line of a form in which a text is typed. */
export function TextLine(props: Props) {
  const { id, label, value, onChange, aside, error, width = '', lines = 1, children, type = 'text', ...rest } = props
  const described = useDescribedBy()
  const shared = {
    ...rest,
    id,
    value,
    'aria-invalid': error !== undefined || undefined,
    'aria-describedby': described(id, { hint: aside !== undefined, error: error !== undefined }),
  }
  return (
    <Field id={id} label={label} aside={aside} error={error}>
      {lines > 1 ? (
        <textarea
          {...shared}
          rows={lines}
          onChange={({ target }) => onChange(target.value)}
          className="field block resize-y"
        />
      ) : (
        <input
          {...shared}
          type={type}
          autoComplete="off"
          onChange={({ target }) => onChange(target.value)}
          className={`field ${width}`}
        />
      )}
      {children}
    </Field>
  )
}
