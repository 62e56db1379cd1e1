'use client'

import { useEffect, useId, useRef } from 'react'
import { buildQuoteCard, placeBeside } from '@/components/citations/quote-card'

const hoverDelay = 250

/**
 * Opens the quote behind a citation mark in place: on hover, when the keyboard reaches it, and on click, tap or Enter, which also lead into
 * it. Escape closes it. One card serves the page; its content is the quote's own entry in the source list, which is also where the mark
 * leads without this.
 */
export function QuoteCards({
  card: cardLabel,
  close: closeLabel,
  copied,
}: {
  card: string
  close: string
  copied: string
}) {
  const card = useRef<HTMLDivElement>(null)
  const label = useId()

  useEffect(() => {
    const element = card.current
    if (!element || !('showPopover' in element)) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let opener: HTMLElement | null = null
    let returnedTo: HTMLElement | null = null

    const open = (mark: HTMLElement, how: 'hover' | 'focus' | 'click') => {
      // A click comes after the pointer's arrival, whose card must not follow once this one is closed.
      clearTimeout(timer)
      const content = buildQuoteCard(mark.dataset.quote ?? '', { close: closeLabel, copied })
      if (!content) return false
      element.replaceChildren(content)
      if (!element.matches(':popover-open')) element.showPopover()
      placeBeside(element, mark)
      opener = mark
      if (how === 'click') element.focus()
      return true
    }
    const close = () => {
      if (element.matches(':popover-open')) element.hidePopover()
    }
    const markOf = (event: Event) =>
      event.target instanceof Element ? event.target.closest<HTMLElement>('a[data-quote]') : null

    const onClick = (event: MouseEvent) => {
      if (event.target instanceof Element && element.contains(event.target)) {
        if (event.target.closest('[data-close]')) close()
        return
      }
      const mark = markOf(event)
      if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return
      if (open(mark, 'click')) event.preventDefault()
    }
    const onPointerOver = (event: PointerEvent) => {
      if (event.pointerType !== 'mouse') return
      clearTimeout(timer)
      const mark = markOf(event)
      const isInside = event.target instanceof Node && element.contains(event.target)
      if (mark) timer = setTimeout(() => open(mark, 'hover'), hoverDelay)
      else if (!isInside && !element.contains(document.activeElement)) timer = setTimeout(close, hoverDelay)
    }
    const onFocusIn = (event: FocusEvent) => {
      if (event.target instanceof Node && element.contains(event.target)) return
      const mark = markOf(event)
      // A card that gives the focus back to its mark as it closes stays closed.
      if (mark?.matches(':focus-visible') && mark !== returnedTo) open(mark, 'focus')
      else if (!mark) close()
      returnedTo = null
    }
    const onToggle = (event: Event) => {
      const isClosed = (event as ToggleEvent).newState === 'closed'
      if (!isClosed || !element.contains(document.activeElement)) return
      returnedTo = opener
      opener?.focus()
    }

    document.addEventListener('click', onClick)
    document.addEventListener('pointerover', onPointerOver)
    document.addEventListener('focusin', onFocusIn)
    element.addEventListener('beforetoggle', onToggle)
    // On a slow link the keyboard may be at a mark before this has come.
    const reached = document.activeElement?.closest<HTMLElement>('a[data-quote]:focus-visible')
    if (reached) open(reached, 'focus')
    return () => {
      clearTimeout(timer)
      document.removeEventListener('click', onClick)
      document.removeEventListener('pointerover', onPointerOver)
      document.removeEventListener('focusin', onFocusIn)
      element.removeEventListener('beforetoggle', onToggle)
    }
  }, [closeLabel, copied])

  return (
    <>
      <span id={label} hidden>
        {cardLabel}
      </span>
      <div
        ref={card}
        popover="auto"
        role="dialog"
        aria-labelledby={label}
        tabIndex={-1}
        className="quote-card no-print"
      />
    </>
  )
}
