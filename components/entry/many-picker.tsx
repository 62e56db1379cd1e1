'use client'

import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { Picker } from '@/components/entry/picker'
import type { Named } from '@/domain/entry/figure-fields'
import type { LookupKind } from '@/domain/entry/lookup'
import { type PlaceRef, placeRoles } from '@/domain/figure/figure'

const token = 'flex min-h-9 items-center gap-1 rounded-md border border-line bg-surface ps-3 text-sm'

interface ManyProps<Item extends Named> {
  id: string
  kind: LookupKind
  chosen: Item[]
  onChange: (chosen: Item[]) => void
  toItem: (picked: Named) => Item
  /** Words before the name: a place's role. */
  before?: (item: Item) => string
  placeholder: string
  add?: { label: string; onAdd: (typed: string) => void } | undefined
  isInvalid?: boolean
  describedBy?: string | undefined
}

/** Several of a kind: those chosen, and a field to search for another. Backspace in the empty field takes the last away. */
export function ManyPicker<Item extends Named>(props: ManyProps<Item>) {
  const { id, kind, chosen, onChange, toItem, before, placeholder, add, isInvalid = false, describedBy } = props
  const t = useTranslations('entry.picker')
  const input = useRef<HTMLInputElement>(null)
  return (
    <div className="flex min-w-0 flex-1 flex-wrap gap-2">
      {chosen.map((item, index) => (
        <span key={`${before?.(item)} ${item.id}`} className={token}>
          {before && <span className="text-muted">{before(item)}</span>} {item.name}
          <button
            type="button"
            aria-label={t('remove', { name: item.name })}
            onClick={() => {
              onChange(chosen.filter((_, at) => at !== index))
              input.current?.focus()
            }}
            className="min-h-9 min-w-8 text-muted hover:text-ink"
          >
            ×
          </button>
        </span>
      ))}
      <div className="flex min-w-40 flex-1">
        <Picker
          id={id}
          kind={kind}
          placeholder={placeholder}
          inputRef={input}
          onPick={(picked) => onChange([...chosen, toItem(picked)])}
          onClear={() => onChange(chosen.slice(0, -1))}
          add={add}
          isInvalid={isInvalid}
          describedBy={describedBy}
        />
      </div>
    </div>
  )
}

/** Places with their roles: where, from where, to where. The role is chosen before the name. */
export function PlacePicker({
  role,
  onRole,
  ...props
}: Omit<ManyProps<PlaceRef>, 'kind' | 'toItem' | 'before'> & {
  role: PlaceRef['role']
  onRole: (role: PlaceRef['role']) => void
}) {
  const t = useTranslations('entry.placeRoles')
  const tPicker = useTranslations('entry.picker')
  return (
    <div className="flex gap-2">
      <select
        aria-label={tPicker('role')}
        value={role}
        onChange={({ target }) => onRole(placeRoles.find((one) => one === target.value) ?? 'at')}
        className="field !w-auto self-start"
      >
        {placeRoles.map((one) => (
          <option key={one} value={one}>
            {t(one)}
          </option>
        ))}
      </select>
      <ManyPicker
        {...props}
        kind="place"
        toItem={({ id, name }) => ({ role, id, name })}
        before={(place) => t(place.role)}
      />
    </div>
  )
}
