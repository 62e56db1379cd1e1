'use client'

import { useId } from 'react'
import { Labelled } from '@/components/account/labelled'

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
