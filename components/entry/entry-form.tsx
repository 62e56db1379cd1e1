'use client'

import type { KeyboardEvent, ReactNode, RefObject } from 'react'
import type { KeptFields } from '@/components/entry/use-kept-fields'
import { LiveFields } from '@/components/forms/live-fields'

/** The form of an entry: its button or Ctrl+Enter saves; with Shift, where the form knows what that means, it saves otherwise. */
export function EntryForm<Fields extends object>({
  kept: { hold, isHeld },
  formRef,
  onSave,
  onShiftSave = onSave,
  className = 'space-y-3',
  children,
}: {
  kept: KeptFields<Fields>
  formRef: RefObject<HTMLFormElement | null>
  onSave: () => Promise<void>
  onShiftSave?: () => Promise<void>
  className?: string
  children: ReactNode
}) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void hold(event.shiftKey ? onShiftSave : onSave)
  }
  return (
    <form
      ref={formRef}
      noValidate
      aria-busy={isHeld}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        // A form in a dialog of another form is one of its own.
        event.stopPropagation()
        void hold(onSave)
      }}
    >
      <LiveFields className={className}>{children}</LiveFields>
    </form>
  )
}
