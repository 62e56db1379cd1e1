'use client'

import { useState } from 'react'

/** Copies a text and says so. Shown only where there is JavaScript (`scripting-only` around it). */
export function CopyButton({ text, label, done }: { text: string; label: string; done: string }) {
  const [isDone, setDone] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setDone(true)
  }
  return (
    <button type="button" data-copy={text} onClick={copy} className="text-xs text-accent hover:underline">
      <span aria-live="polite">{isDone ? done : label}</span>
    </button>
  )
}
