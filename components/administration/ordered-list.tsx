'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import type { Option } from '@/components/administration/labelled'
import { buttonClass } from '@/components/ui/button'

/** Some of a list in an order of one's own: moved, taken out and put in by buttons, so by keyboard too. */
export function OrderedList({
  label,
  hint,
  options,
  value,
  onChange,
  addLabel,
}: {
  label: string
  hint?: string
  options: readonly Option[]
  value: readonly string[]
  onChange: (value: string[]) => void
  addLabel: string
}) {
  const t = useTranslations('administration')
  const id = useId()
  const left = options.filter((option) => !value.includes(option.value))
  const nameOf = (one: string) => options.find((option) => option.value === one)?.label ?? one
  const move = (index: number, by: number) => {
    const next = [...value]
    const [taken] = next.splice(index, 1)
    if (taken !== undefined) next.splice(index + by, 0, taken)
    onChange(next)
  }
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">{label}</legend>
      {hint && <p className="mb-2 text-xs text-muted">{hint}</p>}
      <ol className="divide-y divide-line border-y border-line">
        {value.map((one, index) => (
          <li key={one} className="flex flex-wrap items-center gap-x-2 py-1.5 text-sm">
            <span className="w-6 text-muted tabular-nums">{index + 1}</span>
            <span className="min-w-0 flex-[1_1_12rem]">{nameOf(one)}</span>
            <span className="flex gap-1">
              <Step
                label={t('moveUp', { name: nameOf(one) })}
                sign="↑"
                isOff={index === 0}
                onClick={() => move(index, -1)}
              />
              <Step
                label={t('moveDown', { name: nameOf(one) })}
                sign="↓"
                isOff={index === value.length - 1}
                onClick={() => move(index, 1)}
              />
              <Step
                label={t('takeOut', { name: nameOf(one) })}
                sign="×"
                isOff={false}
                onClick={() => onChange(value.filter((other) => other !== one))}
              />
            </span>
          </li>
        ))}
      </ol>
      {left.length > 0 && (
        <p className="mt-2">
          <label htmlFor={id} className="sr-only">
            {addLabel}
          </label>
          <select
            id={id}
            value=""
            onChange={({ target }) => target.value && onChange([...value, target.value])}
            className="field min-h-11!"
          >
            <option value="">{addLabel}</option>
            {left.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        </p>
      )}
    </fieldset>
  )
}

function Step({ label, sign, isOff, onClick }: { label: string; sign: string; isOff: boolean; onClick: () => void }) {
  return (
    <button
      type="button"
      aria-label={label}
      disabled={isOff}
      onClick={onClick}
      className={`${buttonClass('plain')} min-h-11! min-w-11 disabled:opacity-40`}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  )
}
