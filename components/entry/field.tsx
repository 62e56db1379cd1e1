'use client'

import type { ReactNode } from 'react'
import { useDescribedBy, useRemark } from '@/components/entry/remark'

interface FieldProps {
  /** Of the control; the label points at it. */
  id: string
  label: string
  /** Quiet words at the end of the label's line: where the value is from. */
  aside?: ReactNode
  error?: string | undefined
  children: ReactNode
}

const row = 'grid gap-x-4 gap-y-1 sm:grid-cols-[6.5rem_minmax(0,1fr)] sm:items-baseline'

/**
 * One line of a form: the label beside its control, above it on a phone; below it what was said of it when it was returned, and what is wrong with
 * it, read aloud as it appears. The control names these by `useDescribedBy`.
 */
export function Field({ id, label, aside, error, children }: FieldProps) {
  return (
    <div className={row}>
      <label htmlFor={id} className="text-sm text-muted">
        {label}
      </label>
      <div className="min-w-0">
        {children}
        {aside && (
          <p id={`${id}-hint`} className="mt-0.5 text-xs text-muted">
            {aside}
          </p>
        )}
        <FieldRemark id={id} />
        <FieldError id={`${id}-error`} error={error} />
      </div>
    </div>
  )
}

/** The same for a group of controls under one name. */
export function FieldGroup({ id, label, error, children }: Omit<FieldProps, 'aside'>) {
  const described = useDescribedBy()
  return (
    <fieldset aria-describedby={described(id, { error: error !== undefined })} className={row}>
      <legend className="float-left text-sm text-muted max-sm:mb-1">{label}</legend>
      <div className="min-w-0">
        {children}
        <FieldRemark id={id} />
        <FieldError id={`${id}-error`} error={error} />
      </div>
    </fieldset>
  )
}

function FieldRemark({ id }: { id: string }) {
  const text = useRemark(id)
  return (
    text && (
      <p id={`${id}-remark`} className="mt-1 border-s-4 border-series-2 ps-2 text-sm text-ink">
        {text}
      </p>
    )
  )
}

export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  return (
    <p
      id={id}
      role="alert"
      dir="auto"
      className={error ? 'mt-1 border-s-2 border-series-5 ps-2 text-sm text-ink' : 'hidden'}
    >
      {error}
    </p>
  )
}
