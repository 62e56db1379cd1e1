'use client'

import type { ReactNode, Ref } from 'react'
import { Field } from '@/components/entry/field'
import { useDescribedBy } from '@/components/entry/remark'

interface Props<Value extends string> {
  id: string
  label: string
  value: Value
  options: readonly { value: Value; label: string }[]
  onChange: (value: Value) => void
  error?: string | undefined
  /** Of the field, where it is not as wide as the form. */
  width?: string
  selectRef?: Ref<HTMLSelectElement>
  children?: ReactNode
}

/** A line of a form in which one of several is chosen. */
export function ChoiceLine<Value extends string>(props: Props<Value>) {
  const { id, label, value, options, onChange, error, width = '', selectRef, children } = props
  const described = useDescribedBy()
  return (
    <Field id={id} label={label} error={error}>
      <select
        ref={selectRef}
        id={id}
        value={value}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={described(id, { error: error !== undefined })}
        onChange={({ target }) => {
          const chosen = options.find((one) => one.value === target.value)
          if (chosen) onChange(chosen.value)
        }}
        className={`field ${width}`}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {children}
    </Field>
  )
}
