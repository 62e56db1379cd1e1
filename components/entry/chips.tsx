'use client'

import { type KeyboardEvent, useRef } from 'react'

export const chip =
  'inline-flex min-h-9 cursor-pointer items-center rounded-full border px-3 text-sm select-none has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent'
const on = 'border-ink bg-ink text-surface'
const off = 'border-line bg-surface text-ink hover:border-muted'

interface Option<Value extends string> {
  value: Value
  label: string
}

/** One of a few: radio buttons that look like chips. Arrow keys choose. */
export function ChoiceChips<Value extends string>({
  name,
  options,
  value,
  onChange,
}: {
  name: string
  options: readonly Option<Value>[]
  value: Value
  onChange: (value: Value) => void
}) {
  return (
    <div className="flex flex-wrap gap-2">
      {options.map((option) => (
        <label key={option.value} className={`${chip} ${option.value === value ? on : off}`}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            className="sr-only"
          />
          {option.label}
        </label>
      ))}
    </div>
  )
}

/** Any of a few: one stop for the Tab key, arrow keys from chip to chip, Space to choose. */
export function ToggleChips<Value extends string>({
  label,
  options,
  chosen,
  onToggle,
}: {
  label: string
  options: readonly Option<Value>[]
  chosen: readonly Value[]
  onToggle: (value: Value) => void
}) {
  const group = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    const buttons = [...(group.current?.querySelectorAll('button') ?? [])]
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
    buttons[(at + step + buttons.length) % buttons.length]?.focus()
  }
  const first = options.find(({ value }) => chosen.includes(value)) ?? options[0]
  return (
    // biome-ignore lint/a11y/useSemanticElements: the fieldset stands around it
    <div ref={group} role="group" aria-label={label} onKeyDown={move} className="flex flex-wrap gap-2">
      {options.map(({ value, label: text }) => {
        const isOn = chosen.includes(value)
        return (
          <button
            key={value}
            type="button"
            aria-pressed={isOn}
            tabIndex={value === first?.value ? 0 : -1}
            onClick={() => onToggle(value)}
            className={`${chip} ${isOn ? on : off}`}
          >
            {text}
          </button>
        )
      })}
    </div>
  )
}
