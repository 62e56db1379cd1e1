'use client'

import { type ReactNode, useId } from 'react'
import { useFieldError } from '@/components/account/post-form'

interface Described {
  id: string
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}

/** A field that is no line of text, under its label, with a hint and what is wrong with it: both are read with the field. */
export function Labelled({
  name,
  label,
  hint,
  children,
}: {
  name: string
  label: string
  hint?: string | undefined
  children: (described: Described) => ReactNode
}) {
  const id = useId()
  const error = useFieldError(name)
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {label}
      </label>
      {children({ id, 'aria-invalid': error ? true : undefined, 'aria-describedby': described || undefined })}
      {hint && (
        <p id={`${id}-hint`} className="mt-1 text-xs text-muted">
          {hint}
        </p>
      )}
      <p id={`${id}-error`} role="alert" className="mt-1 text-sm text-series-5 empty:hidden">
        {error}
      </p>
    </div>
  )
}

export interface Option {
  value: string
  label: string
}

/** One of a few. */
export function SelectField({
  name,
  label,
  hint,
  options,
  defaultValue,
}: {
  name: string
  label: string
  hint?: string
  options: readonly Option[]
  defaultValue?: string
}) {
  return (
    <Labelled name={name} label={label} hint={hint}>
      {(described) => (
        <select {...described} name={name} defaultValue={defaultValue} className="field min-h-11!">
          {options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  )
}

/** Several lines of text. */
export function AreaField({
  name,
  label,
  hint,
  defaultValue,
  rows = 3,
}: {
  name: string
  label: string
  hint?: string
  defaultValue?: string
  rows?: number
}) {
  return (
    <Labelled name={name} label={label} hint={hint}>
      {(described) => <textarea {...described} name={name} rows={rows} defaultValue={defaultValue} className="field" />}
    </Labelled>
  )
}

/** Yes or no. */
export function CheckField({
  name,
  label,
  hint,
  defaultChecked = false,
  value = 'on',
}: {
  name: string
  label: string
  hint?: string
  defaultChecked?: boolean
  value?: string
}) {
  const id = useId()
  return (
    <div>
      <label className="flex min-h-11 items-center gap-2.5 text-sm">
        <input
          type="checkbox"
          name={name}
          value={value}
          defaultChecked={defaultChecked}
          aria-describedby={hint ? id : undefined}
          className="size-5 accent-accent"
        />
        {label}
      </label>
      {hint && (
        <p id={id} className="text-xs text-muted">
          {hint}
        </p>
      )}
    </div>
  )
}
