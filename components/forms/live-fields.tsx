'use client'

import { type ReactNode, useSyncExternalStore } from 'react'

const subscribe = () => () => {}

/**
 * Fields and buttons that live by scripts: they take nothing until the scripts have come. On a bad link the page is there long before them, and
 * what was typed, ticked or chosen meanwhile would stand in sight and be in no draft, and be gone with the next change. `name` names them, where
 * they are a group of their own.
 */
export function LiveFields({ name, className, children }: { name?: string; className?: string; children: ReactNode }) {
  const isAlive = useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  )
  return (
    <fieldset {...(!name && { role: 'none' })} disabled={!isAlive} className={`min-w-0 ${className ?? ''}`}>
      {name && <legend className="sr-only">{name}</legend>}
      {children}
    </fieldset>
  )
}
