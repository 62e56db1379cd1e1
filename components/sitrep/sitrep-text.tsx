'use client'

import { useState } from 'react'
import { buttonClass } from '@/components/ui/button'

/**
 * A sitrep as text for messengers: a button copies it; where there are no scripts, or nothing can be copied, a link shows it (`href`, null where
 * it is not published yet).
 */
export function SitrepText({
  text,
  href,
  words,
}: {
  text: string
  href: string | null
  words: { copy: string; copied: string; show: string }
}) {
  const [isDone, setDone] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setDone(true)
    } catch {
      if (href) window.location.assign(href)
    }
  }
  return (
    <>
      <span className="scripting-only">
        <button type="button" onClick={copy} className={buttonClass('plain')}>
          <span aria-live="polite">{isDone ? words.copied : words.copy}</span>
        </button>
      </span>
      {href && (
        <a href={href} className={buttonClass('plain')}>
          {words.show}
        </a>
      )}
    </>
  )
}
