'use client'

import { useTranslations } from 'next-intl'
import { type Versioned, versioned } from '@/domain/workflow/waiting'

/** What is entered next: arrow keys go from tab to tab. Each leads to the panel `panel-{noun}`. */
export function EntryTabs({ open, onOpen }: { open: Versioned; onOpen: (noun: Versioned) => void }) {
  const t = useTranslations('entry.tabs')
  return (
    <div role="tablist" aria-label={t('label')} className="mb-4 flex gap-x-5 border-b border-line">
      {versioned.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          id={`tab-${one}`}
          aria-selected={open === one}
          aria-controls={`panel-${one}`}
          tabIndex={open === one ? 0 : -1}
          onClick={() => onOpen(one)}
          onKeyDown={({ key }) => {
            const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0
            if (step === 0) return
            const next = versioned[(versioned.indexOf(one) + step + versioned.length) % versioned.length] ?? one
            onOpen(next)
            document.getElementById(`tab-${next}`)?.focus()
          }}
          className={`-mb-px min-h-11 border-b-2 text-sm ${open === one ? 'border-ink font-semibold' : 'border-transparent text-muted'}`}
        >
          {t(one)}
        </button>
      ))}
    </div>
  )
}
