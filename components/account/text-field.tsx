'use client'

import type { ComponentProps } from 'react'
import { Labelled } from '@/components/account/labelled'

/** A line of text under its label, with a hint and what is wrong with it. */
export function TextField({
  name,
  label,
  hint,
  ...input
}: { name: string; label: string; hint?: string } & ComponentProps<'input'>) {
  return (
    <Labelled name={name} label={label} hint={hint}>
      {(described) => (
        <input
          {...described}
          name={name}
          type="text"
          required
          className="field min-h-11! aria-invalid:border-series-5"
          {...input}
        />
      )}
    </Labelled>
  )
}
