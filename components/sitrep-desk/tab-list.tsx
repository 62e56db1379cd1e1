'use client'

import { useRef } from 'react'

export type DeskTab = 'write' | 'preview' | 'mend'

/** One list of tabs: on a wide screen the writing stands beside, and is no tab. */
export function TabList({
  tabs,
  selected,
  label,
  onSelect,
}: {
  tabs: { tab: DeskTab; label: string; className: string }[]
  selected: DeskTab
  label: string
  onSelect: (tab: DeskTab) => void
}) {
  const list = useRef<HTMLDivElement>(null)
  return (
    <div
      ref={list}
      role="tablist"
      aria-label={label}
      className="sticky top-0 z-20 flex gap-x-1 border-b border-line bg-ground lg:static lg:col-start-2 lg:row-start-1"
      onKeyDown={(event) => {
        if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return
        const seen = [...(list.current?.children ?? [])].filter(
          (element): element is HTMLElement => element instanceof HTMLElement && element.offsetWidth > 0,
        )
        const at = seen.indexOf(document.activeElement as HTMLElement)
        const next = seen[(at + (event.key === 'ArrowRight' ? 1 : -1) + seen.length) % seen.length]
        next?.focus()
        next?.click()
      }}
    >
      {tabs.map(({ tab, label: name, className }) => (
        <button
          key={tab}
          type="button"
          role="tab"
          aria-selected={tab === selected}
          tabIndex={tab === selected ? 0 : -1}
          aria-controls={`panel-${tab}`}
          onClick={() => onSelect(tab)}
          className={`min-h-11 border-b-2 px-3 text-sm ${className} ${tab === selected ? 'border-accent font-semibold' : 'border-transparent'}`}
        >
          {name}
        </button>
      ))}
    </div>
  )
}
