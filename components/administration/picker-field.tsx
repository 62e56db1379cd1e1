'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Labelled } from '@/components/account/labelled'
import { lookUp } from '@/components/entry/ask-api'
import { Picker, type Search } from '@/components/entry/picker'
import type { Named } from '@/domain/entry/figure-fields'
import { findByName, type LookupItem, type LookupKind } from '@/domain/entry/lookup'

/** Where a form of the administration searches: in a crisis, by its address, or among what is given. */
export type Among = { crisis: string } | { items: readonly LookupItem[] }

/**
 * One of many, searched as one types by any of its names in any script, as at the entry desk. What it sends is the id of what is chosen; nothing
 * where it is empty.
 */
export function PickerField({
  name,
  label,
  hint,
  kind,
  among,
  except,
  chosen: initial,
}: {
  name: string
  label: string
  hint?: string
  kind: LookupKind
  among: Among
  /** What is never offered: the thing itself. */
  except?: string | undefined
  chosen: Named | null
}) {
  const t = useTranslations('entry.picker')
  const [chosen, setChosen] = useState(initial)
  const field = useRef<HTMLInputElement>(null)
  const sent = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const form = sent.current?.form
    const begin = () => setChosen(initial)
    form?.addEventListener('reset', begin)
    return () => form?.removeEventListener('reset', begin)
  }, [initial])
  const search: Search = async (typed, signal) => {
    if ('items' in among) {
      return { is: 'answer', answer: { items: findByName(among.items, typed).filter(({ id }) => id !== except) } }
    }
    const said = await lookUp(among.crisis, kind, typed, signal)
    if (said.is !== 'answer') return said
    return { is: 'answer', answer: { items: said.answer.items.filter(({ id }) => id !== except) } }
  }
  return (
    <Labelled name={name} label={label} hint={hint}>
      {(described) => (
        <div className="flex items-start gap-1 [&_input]:min-h-11">
          <Picker
            id={described.id}
            kind={kind}
            search={search}
            shown={chosen?.name ?? ''}
            describedBy={described['aria-describedby']}
            isInvalid={described['aria-invalid'] ?? false}
            onPick={({ id, name }) => setChosen({ id, name })}
            onClear={() => setChosen(null)}
            inputRef={field}
          />
          {chosen && (
            <button
              type="button"
              aria-label={t('remove', { name: chosen.name })}
              onClick={() => {
                setChosen(null)
                field.current?.focus()
              }}
              className="min-h-11 min-w-11 text-muted hover:text-ink"
            >
              ×
            </button>
          )}
          <input ref={sent} type="hidden" name={name} value={chosen?.id ?? ''} data-label={label} />
        </div>
      )}
    </Labelled>
  )
}
