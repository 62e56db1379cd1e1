'use client'

import { useId, useState } from 'react'
import { Labelled } from '@/components/account/labelled'
import type { Option } from '@/components/administration/labelled'

/**
 * One of many that go by one name: searched as one types, by the browser itself. What it sends is what was typed.
 */
export function ChoiceField({
  name,
  label,
  hint,
  options,
  defaultValue = '',
}: {
  name: string
  label: string
  hint?: string
  options: readonly Option[]
  /** The value that is chosen at first. */
  defaultValue?: string | null
}) {
  const list = useId()
  // A page may hold a hundred such fields: the options of one come when it is reached.
  const [isWanted, setWanted] = useState(false)
  return (
    <Labelled name={name} label={label} hint={hint}>
      {(described) => (
        <>
          <input
            {...described}
            name={name}
            type="text"
            list={list}
            autoComplete="off"
            onFocus={() => setWanted(true)}
            onPointerEnter={() => setWanted(true)}
            defaultValue={options.find(({ value }) => value === defaultValue)?.label ?? ''}
            className="field min-h-11! aria-invalid:border-series-5"
          />
          <datalist id={list}>
            {isWanted && options.map(({ value, label }) => <option key={value} value={label} />)}
          </datalist>
        </>
      )}
    </Labelled>
  )
}
