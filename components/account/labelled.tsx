'use client'

import { type ReactNode, useId } from 'react'
import { useFieldError } from '@/components/account/post-form'

interface Described {
  id: string
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}

/** A field under its label, with a hint and what is wrong with it: both are read with the field. */
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
      <p id={`${id}-error`} role="alert" dir="auto" className="mt-1 text-sm text-series-5 empty:hidden">
        {error}
      </p>
    </div>
  )
}
