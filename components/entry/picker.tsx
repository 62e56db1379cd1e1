'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type RefObject, useCallback, useEffect, useId, useRef, useState } from 'react'
import { lookUp, type Said } from '@/components/entry/ask-api'
import { useEntryCrisisIfAny } from '@/components/entry/entry-context'
import type { LookupItem, LookupKind } from '@/domain/entry/lookup'

export type Search = (typed: string, signal: AbortSignal) => Promise<Said<{ items: LookupItem[] }>>

interface PickerProps {
  id: string
  kind: LookupKind
  /** Finds what goes by the words typed; where left out, the crisis of the entry desk is searched. */
  search?: Search
  /** Text in the field before anything is typed: the name of what is chosen. */
  shown?: string
  placeholder?: string
  describedBy?: string | undefined
  isInvalid?: boolean
  onPick: (item: LookupItem) => void
  /** An empty field and Backspace. */
  onClear?: () => void
  /** Offered at the end of the list: to add what is not there yet, with what was typed. */
  add?: { label: string; onAdd: (typed: string) => void } | undefined
  inputRef?: RefObject<HTMLInputElement | null>
}

type Found = { typed: string; items: LookupItem[]; trouble: 'away' | 'sign-in' | null }

/** Waits for a pause in typing, so that not every letter is asked for. */
const pause = 150

/** A field that searches as one types, by any name or script; arrow keys and Enter choose. */
export function Picker(props: PickerProps) {
  const { id, kind, search, shown = '', placeholder, describedBy, isInvalid, onPick, onClear, add, inputRef } = props
  const t = useTranslations('entry.picker')
  const crisis = useEntryCrisisIfAny()?.slug ?? ''
  const [typed, setTyped] = useState<string | null>(null)
  const [isOpen, setOpen] = useState(false)
  const [found, setFound] = useState<Found | null>(null)
  const [active, setActive] = useState(0)
  const own = useRef<HTMLInputElement>(null)
  const list = useId()
  const asked = typed ?? ''
  const isWanted = useRef(false)
  const latestPick = useRef(onPick)
  latestPick.current = onPick
  const latestSearch = useRef<Search>(null)
  latestSearch.current = search ?? ((words, signal) => lookUp(crisis, kind, words, signal))
  const close = useCallback(() => {
    setOpen(false)
    setTyped(null)
    setFound(null)
  }, [])

  useEffect(() => {
    if (!isOpen) return
    const calledOff = new AbortController()
    const timer = setTimeout(
      () => {
        latestSearch.current?.(asked, calledOff.signal).then(
          (said) => {
            const trouble =
              said.is === 'answer' ? null : said.is === 'refused' && said.problem.status === 401 ? 'sign-in' : 'away'
            setFound({ typed: asked, items: said.is === 'answer' ? said.answer.items : [], trouble })
            setActive(0)
            // Enter came before the answer: it meant the first that is found.
            const [first] = said.is === 'answer' ? said.answer.items : []
            if (isWanted.current && first) {
              close()
              latestPick.current(first)
            }
            isWanted.current = false
          },
          () => {},
        )
      },
      asked === '' ? 0 : pause,
    )
    return () => {
      clearTimeout(timer)
      calledOff.abort()
    }
  }, [isOpen, asked, close])

  const items = isOpen && found ? found.items : []
  const isReady = found !== null && found.typed === asked
  // What was found comes first: offered before it, the new would be chosen in its place.
  const hasAdd = add !== undefined && isOpen && isReady && asked.trim() !== ''
  const count = items.length + (hasAdd ? 1 : 0)
  const choose = (index: number) => {
    const item = items[index]
    const words = asked.trim()
    close()
    if (item) onPick(item)
    else if (hasAdd) add?.onAdd(words)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!isOpen) setOpen(true)
      else if (count > 0) setActive((active + (event.key === 'ArrowDown' ? 1 : -1) + count) % count)
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault()
      // An answer to fewer letters would choose something else than what is being typed.
      if (isReady && count > 0) choose(active)
      else isWanted.current = !isReady
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault()
      event.stopPropagation()
      close()
    } else if (event.key === 'Backspace' && (typed ?? shown) === '') onClear?.()
  }
  return (
    <div className="relative min-w-0 flex-1">
      <input
        ref={inputRef ?? own}
        id={id}
        type="text"
        role="combobox"
        autoComplete="off"
        aria-expanded={isOpen && count > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && count > 0 ? `${list}-${active}` : undefined}
        aria-describedby={describedBy}
        aria-invalid={isInvalid || undefined}
        aria-busy={isOpen && !isReady}
        placeholder={placeholder}
        value={typed ?? shown}
        onChange={({ target }) => {
          isWanted.current = false
          setTyped(target.value)
          setOpen(true)
        }}
        onFocus={({ target }) => target.select()}
        onClick={() => setOpen(true)}
        onBlur={close}
        onKeyDown={onKeyDown}
        className="field"
      />
      <ul
        id={list}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the pattern of a combobox
        role="listbox"
        aria-label={t('found')}
        className={`absolute z-30 mt-1 max-h-72 w-full min-w-56 overflow-y-auto rounded-md border border-line bg-surface py-1 shadow-lg ${count > 0 ? '' : 'hidden'}`}
      >
        {items.map((item, index) => (
          <Option key={item.id} id={`${list}-${index}`} isActive={index === active} onChoose={() => choose(index)}>
            <span className="block text-sm">{item.name}</span>
            <span className="block text-xs text-muted">
              {[item.detail, ...otherNames(item)].filter(Boolean).join(' · ')}
            </span>
          </Option>
        ))}
        {hasAdd && (
          <Option
            id={`${list}-${items.length}`}
            isActive={active === items.length}
            onChoose={() => choose(items.length)}
          >
            <span className="block text-sm text-accent">
              {add?.label} <q dir="auto">{asked.trim()}</q>
            </span>
          </Option>
        )}
      </ul>
      <p
        role="status"
        className={isOpen && isReady && (items.length === 0 || found.trouble) ? 'mt-1 text-xs text-muted' : 'sr-only'}
      >
        {isOpen && isReady && (found.trouble ? t(found.trouble) : t('count', { count: items.length }))}
      </p>
    </div>
  )
}

/** Names beside the one shown, with who uses them. */
function otherNames({ name, names }: LookupItem): string[] {
  return names
    .filter((other) => !name.split(' / ').includes(other.name))
    .slice(0, 4)
    .map((other) => (other.usedBy ? `${other.name} (${other.usedBy})` : other.name))
}

function Option({
  id,
  isActive,
  onChoose,
  children,
}: {
  id: string
  isActive: boolean
  onChoose: () => void
  children: React.ReactNode
}) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
    <li
      id={id}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the pattern of a combobox
      role="option"
      aria-selected={isActive}
      // Keeps the focus in the field.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
      ref={(element) => {
        if (isActive) element?.scrollIntoView({ block: 'nearest' })
      }}
      className={`cursor-pointer px-3 py-2 ${isActive ? 'bg-accent-wash' : ''}`}
    >
      {children}
    </li>
  )
}
