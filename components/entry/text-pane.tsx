'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef } from 'react'
import { type TextMark, TextParagraph } from '@/components/entry/text-paragraph'
import type { TextSpan } from '@/domain/document/text-steps'
import {
  type CursorStep,
  cursorOn,
  moveCursor,
  type SteppedText,
  spanOfCursor,
  type TextCursor,
} from '@/domain/entry/text-cursor'

/** What a key asks of the words that are selected. */
export type TextCommand =
  | 'figure'
  | 'note'
  | 'dispute'
  | 'help'
  | 'next-proposal'
  | 'last-proposal'
  | 'accept'
  | 'reject'

const steps: Record<string, CursorStep> = {
  ArrowRight: 'word',
  ArrowLeft: 'word-back',
  ArrowDown: 'sentence',
  ArrowUp: 'sentence-back',
  Home: 'sentence-start',
  End: 'sentence-end',
  n: 'number',
  p: 'number-back',
  s: 'whole-sentence',
}
const commands: Record<string, TextCommand> = {
  Enter: 'figure',
  f: 'figure',
  t: 'note',
  d: 'dispute',
  j: 'next-proposal',
  k: 'last-proposal',
  a: 'accept',
  r: 'reject',
  '?': 'help',
}

interface Props {
  stepped: SteppedText
  language: string
  marks: readonly TextMark[]
  cursor: TextCursor
  onCursor: (cursor: TextCursor) => void
  onCommand: (command: TextCommand, span: TextSpan | null) => void
  paneRef: RefObject<HTMLDivElement | null>
}

/**
 * The text of the document, to take words from: by a cursor that goes by words and sentences, or by the pointer. Said aloud as it moves.
 */
export function TextPane({ stepped, language, marks, cursor, onCursor, onCommand, paneRef }: Props) {
  const t = useTranslations('entry.text')
  const { text, paragraphs } = stepped
  const selected = spanOfCursor(stepped, cursor)
  const isPointing = useRef(false)

  const marksOf = useMemo(
    () =>
      new Map(
        paragraphs.map(
          ({ start, end }) => [start, marks.filter((mark) => mark.start < end && mark.end > start)] as const,
        ),
      ),
    [paragraphs, marks],
  )

  // biome-ignore lint/correctness/useExhaustiveDependencies: after each move of the cursor
  useEffect(() => {
    const pane = paneRef.current
    if (document.activeElement === pane) pane?.querySelector('[data-selected]')?.scrollIntoView({ block: 'nearest' })
  }, [cursor, paneRef])

  // On a touch screen words are selected by long press: the end of that is told by no pointer.
  useEffect(() => {
    const follow = () => {
      const span = isPointing.current ? null : readSelection(paneRef.current)
      if (span && span.end > span.start) onCursor(cursorOn(stepped, span))
    }
    document.addEventListener('selectionchange', follow)
    return () => document.removeEventListener('selectionchange', follow)
  }, [stepped, onCursor, paneRef])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const step = steps[event.key]
    const command = commands[event.key]
    if (step) onCursor(moveCursor(stepped, cursor, step, event.shiftKey))
    else if (command) onCommand(command, selected)
    else if (event.key === 'Escape') onCursor({ anchor: cursor.focus, focus: cursor.focus })
    else return
    event.preventDefault()
  }
  const onPointerUp = () => {
    isPointing.current = false
    const span = readSelection(paneRef.current)
    if (!span) return
    const next = cursorOn(stepped, span)
    onCursor(span.end > span.start ? next : { anchor: next.anchor, focus: next.anchor })
    if (span.end === span.start) return
    window.getSelection()?.removeAllRanges()
    onCommand('figure', spanOfCursor(stepped, next))
  }
  const spoken = selected ? text.slice(selected.start, selected.end) : ''
  return (
    <>
      <div
        ref={paneRef}
        role="application"
        aria-label={t('label')}
        aria-describedby="text-keys"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: words are selected in it by the keys
        tabIndex={0}
        lang={language}
        dir="auto"
        onKeyDown={onKeyDown}
        onPointerDown={({ pointerType }) => {
          isPointing.current = pointerType === 'mouse'
        }}
        onPointerUp={({ pointerType }) => pointerType === 'mouse' && onPointerUp()}
        className="rounded-sm text-[1.0625rem] leading-[1.7] outline-offset-8"
      >
        {paragraphs.map(({ start, end }) => {
          const touches = selected !== null && selected.start < end && selected.end > start
          return (
            <TextParagraph
              key={start}
              text={text.slice(start, end)}
              start={start}
              marks={marksOf.get(start) ?? []}
              selectedFrom={touches ? Math.max(selected.start, start) : -1}
              selectedTo={touches ? Math.min(selected.end, end) : -1}
            />
          )
        })}
      </div>
      <p aria-live="polite" className="sr-only" lang={language}>
        {spoken}
      </p>
    </>
  )
}

/** The offsets of what the pointer selected in the pane; null where it selected elsewhere. */
function readSelection(pane: HTMLElement | null): TextSpan | null {
  const selection = window.getSelection()
  if (!pane || !selection || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!pane.contains(range.startContainer) || !pane.contains(range.endContainer)) return null
  const start = offsetOf(range.startContainer, range.startOffset)
  const end = offsetOf(range.endContainer, range.endOffset)
  return start === null || end === null ? null : { start, end }
}

function offsetOf(node: Node, offset: number): number | null {
  if (node.nodeType === Node.TEXT_NODE) {
    const piece = node.parentElement?.closest<HTMLElement>('[data-start]')
    return piece ? Number(piece.dataset.start) + offset : null
  }
  // Between two pieces: where the next one begins, else where the last one ends.
  const next = node.childNodes[offset]
  const piece =
    next instanceof HTMLElement
      ? next.matches('[data-start]')
        ? next
        : next.querySelector<HTMLElement>('[data-start]')
      : null
  if (piece) return Number(piece.dataset.start)
  const pieces = node instanceof HTMLElement ? node.querySelectorAll<HTMLElement>('[data-start]') : []
  const last = [...pieces].at(-1)
  return last ? Number(last.dataset.start) + (last.textContent?.length ?? 0) : null
}
