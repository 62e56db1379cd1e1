'use client'

import { useTranslations } from 'next-intl'
import type { Versioned } from '@/domain/workflow/waiting'

/** The words selected in the text, and into which form they can be put; for whoever has no keyboard. */
export function SelectedWords({
  words,
  language,
  nouns,
  onTake,
}: {
  words: string
  language: string
  nouns: readonly Versioned[]
  onTake: (noun: Versioned) => void
}) {
  const t = useTranslations('entry.tabs')
  return (
    <div className="sticky bottom-2 mt-6 flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md border border-line bg-surface px-3 py-1.5 shadow-lg">
      <q lang={language} dir="auto" className="min-w-0 flex-[1_1_8rem] truncate text-sm">
        {words}
      </q>
      {nouns.map((one) => (
        <button
          key={one}
          type="button"
          onClick={() => onTake(one)}
          className="min-h-11 text-sm text-accent hover:underline"
        >
          {t(one)}
        </button>
      ))}
    </div>
  )
}
