'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DraftState } from '@/components/drafts/draft-state'
import type { KeptFields } from '@/components/entry/use-kept-fields'
import { buttonClass } from '@/components/ui/button'

/** The end of each form: what is wrong with it as a whole, its buttons, and where its values are. */
export function FormFoot<Fields extends object>({
  kept: { draft, read, isHeld },
  error,
  children,
}: {
  kept: KeptFields<Fields>
  error: string | undefined
  children: ReactNode
}) {
  const t = useTranslations('entry')
  return (
    <div className="space-y-2 pt-1">
      <p
        role="alert"
        dir="auto"
        className={error ? 'border-s-4 border-series-5 bg-ground px-3 py-2 text-sm' : 'hidden'}
      >
        {error}
      </p>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        {children}
        <span role="status" className="text-xs text-muted">
          {isHeld && t('saving')}
        </span>
      </div>
      <DraftState view={draft.view} onKeepMine={() => draft.keepMine(read())} onTakeTheirs={() => draft.takeTheirs()} />
    </div>
  )
}

export function Key({ children }: { children: string }) {
  return <kbd className="rounded border border-current px-1 font-sans text-[0.6875rem] opacity-80">{children}</kbd>
}

/** Saves: a new entry, a correction of what is known, or what was returned and mended. */
export function SaveButton({ correction, isBusy }: { correction: { isKnown: boolean } | null; isBusy: boolean }) {
  const t = useTranslations('entry')
  const label = correction ? (correction.isKnown ? 'submitCorrection' : 'saveMended') : 'saveNext'
  return (
    <button type="submit" disabled={isBusy} className={buttonClass('primary')}>
      {t(label)} <Key>Ctrl ↵</Key>
    </button>
  )
}
