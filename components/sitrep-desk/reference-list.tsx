'use client'

import { useTranslations } from 'next-intl'
import { type RefObject, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useProseDesk } from '@/components/sitrep-desk/desk-context'
import type { Search } from '@/components/sitrep-desk/reference-search'
import type { FoundReference } from '@/domain/sitrep/find-references'
import { referenceKey } from '@/domain/sitrep/written'

interface Props {
  search: Search
  /** Given what takes the keys of the field while the list is open. */
  keys: RefObject<((event: KeyboardEvent) => boolean) | null>
  /** The field that keeps the focus. */
  field: HTMLElement
  onPick: (found: FoundReference) => void
}

/** Waits for a pause in typing, so that not every letter is asked for. */
const pause = 120

/** What can be referred to by the words typed, at the cursor: arrow keys and Enter choose, Escape leaves what was typed. */
export function ReferenceList({ search, keys, field, onPick }: Props) {
  const t = useTranslations('sitrepDesk.search')
  const { find } = useProseDesk()
  const [found, setFound] = useState<{ typed: string; items: FoundReference[]; isAway: boolean } | null>(null)
  const [active, setActive] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  const isWanted = useRef(false)
  const { typed } = search
  const isReady = found !== null && found.typed === typed
  const items = found?.items ?? []

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew for other words alone
  useEffect(() => {
    let isOld = false
    const timer = setTimeout(
      () => {
        void find(typed).then((said) => {
          if (isOld) return
          setFound({ typed, items: said ?? [], isAway: said === null })
          setActive(0)
          const [first] = said ?? []
          // Enter came before the answer: it meant the first that is found.
          if (isWanted.current && first) onPick(first)
          isWanted.current = false
        })
      },
      typed === '' ? 0 : pause,
    )
    return () => {
      clearTimeout(timer)
      isOld = true
    }
  }, [typed])

  useEffect(() => {
    keys.current = (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return false
      if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && items.length > 0) {
        setActive((active + (event.key === 'ArrowDown' ? 1 : -1) + items.length) % items.length)
        return true
      }
      if (event.key !== 'Enter' && event.key !== 'Tab') return false
      const chosen = items[active]
      if (!isReady && !found?.isAway) isWanted.current = true
      else if (chosen) onPick(chosen)
      else return false
      return true
    }
    return () => {
      keys.current = null
    }
  })

  useEffect(() => {
    field.setAttribute('aria-controls', id)
    field.setAttribute('aria-autocomplete', 'list')
    return () => {
      for (const name of ['aria-controls', 'aria-autocomplete', 'aria-activedescendant']) field.removeAttribute(name)
    }
  }, [field, id])
  useEffect(() => {
    if (items[active]) field.setAttribute('aria-activedescendant', `${id}-${active}`)
    else field.removeAttribute('aria-activedescendant')
  }, [field, id, active, items])

  useLayoutEffect(() => {
    const element = list.current
    const place = search.place()
    if (!element || !place) return
    const { innerWidth, innerHeight } = window
    const { width, height } = element.getBoundingClientRect()
    const isAbove = place.bottom + height + 8 > innerHeight && place.top > height + 8
    element.style.left = `${Math.max(8, Math.min(place.left, innerWidth - width - 8))}px`
    element.style.top = `${isAbove ? place.top - height - 4 : place.bottom + 4}px`
  })

  return createPortal(
    <div
      ref={list}
      className="fixed z-40 w-[min(28rem,calc(100vw-1rem))] rounded-md border border-line bg-surface py-1 shadow-lg"
    >
      <ul
        id={id}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the field keeps the focus and names the active option
        role="listbox"
        aria-label={t('found')}
        className="max-h-72 overflow-y-auto"
      >
        {items.map((one, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
          <li
            key={referenceKey(one.reference)}
            id={`${id}-${index}`}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the field keeps the focus and names the active option
            role="option"
            aria-selected={index === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPick(one)}
            ref={(element) => {
              if (index === active) element?.scrollIntoView({ block: 'nearest' })
            }}
            className={`min-h-11 cursor-pointer px-3 py-2 ${index === active ? 'bg-accent-wash' : ''}`}
          >
            <Option found={one} kinds={{ headline: t('headline'), sentence: t('sentence'), note: t('note') }} />
          </li>
        ))}
      </ul>
      <p role="status" className={items.length === 0 ? 'px-3 py-2 text-sm text-muted' : 'sr-only'}>
        {isReady ? (found.isAway ? t('away') : t('count', { count: items.length })) : t('looking')}
      </p>
    </div>,
    document.body,
  )
}

/** A number leads with itself, a sentence with its words. */
function Option({ found, kinds }: { found: FoundReference; kinds: Record<'headline' | 'sentence' | 'note', string> }) {
  const { reference, text, label, detail } = found
  const kind =
    'headline' in reference
      ? kinds.headline
      : 'sentence' in reference
        ? kinds.sentence
        : 'note' in reference
          ? kinds.note
          : ''
  const isNumber = 'figure' in reference || 'headline' in reference
  return (
    <>
      <span className="block text-sm">
        {isNumber ? (
          <>
            <strong className="font-semibold">{text}</strong> {label}
          </>
        ) : (
          <span className="line-clamp-2">{text}</span>
        )}
      </span>
      <span className="block text-xs text-muted">{[kind, detail].filter(Boolean).join(' · ')}</span>
    </>
  )
}
