'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import type { Conflict } from '@/components/sitrep-desk/use-draft-content'
import { buttonClass } from '@/components/ui/button'
import type { DraftContent } from '@/domain/sitrep/draft'
import type { DraftPart } from '@/domain/sitrep/merge-drafts'

/** Both wrote in the same place: the two stand side by side until a person has chosen. Nothing is saved or lost meanwhile. */
export function ConflictPanel({
  conflict: { theirs, parts },
  mine,
  nameOf,
  textOf,
  onSettle,
}: {
  conflict: Conflict
  mine: DraftContent
  nameOf: (part: DraftPart) => string
  textOf: (content: DraftContent, part: DraftPart) => string
  onSettle: (chosen: Partial<Record<DraftPart, 'mine' | 'theirs'>>) => void
}) {
  const t = useTranslations('sitrepDesk.conflict')
  const [chosen, setChosen] = useState<Partial<Record<DraftPart, 'mine' | 'theirs'>>>({})
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const isSettled = parts.every((part) => chosen[part] !== undefined)
  return (
    <section role="alert" className="border-s-4 border-series-5 bg-surface px-4 py-3 text-sm">
      <h2 ref={heading} tabIndex={-1} className="font-semibold focus:outline-none">
        {t('title', { by: theirs.updatedBy })}
      </h2>
      <p className="mt-1 text-muted">{t('hint')}</p>
      {parts.map((part) => (
        <fieldset key={part} className="mt-3 border-t border-line pt-2">
          <legend className="float-start w-full font-medium">{nameOf(part)}</legend>
          <div className="clear-both grid gap-3 pt-1 sm:grid-cols-2">
            {(
              [
                ['mine', t('mine'), textOf(mine, part)],
                ['theirs', t('theirs', { by: theirs.updatedBy }), textOf(theirs.content, part)],
              ] as const
            ).map(([whose, label, text]) => (
              <label
                key={whose}
                className="block cursor-pointer rounded-md border border-line p-3 has-checked:border-accent has-checked:bg-accent-wash"
              >
                <span className="flex min-h-6 items-center gap-2 font-medium">
                  <input
                    type="radio"
                    name={`part-${part}`}
                    checked={chosen[part] === whose}
                    onChange={() => setChosen((before) => ({ ...before, [part]: whose }))}
                    className="size-5 accent-accent"
                  />
                  {label}
                </span>
                <span className="mt-1 block max-h-60 overflow-y-auto whitespace-pre-wrap" dir="auto">
                  {text || <span className="text-muted">{t('nothing')}</span>}
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <button
        type="button"
        disabled={!isSettled}
        onClick={() => onSettle(chosen)}
        className={`${buttonClass('primary')} mt-3 min-h-11 disabled:opacity-60`}
      >
        {t('settle')}
      </button>
    </section>
  )
}
