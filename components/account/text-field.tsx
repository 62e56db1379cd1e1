'use client'

import { type ComponentProps, useId } from 'react'
import { useFieldError } from '@/components/account/post-form'

/** A field under its label, with a hint and what is wrong with it: both are read with the field. */
export function TextField({
  name,
  label,
  hint,
  ...input
}: { name: string; label: string; hint?: string } & ComponentProps<'input'>) {
  const id = useId()
  const error = useFieldError(name)
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {label}
      </label>
      <input
        id={id}
        name={name}
        type="text"
        required
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        className="field min-h-11! aria-invalid:border-series-5"
        {...input}
      />
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
