import { findParagraphs, findSentences, findWords, spanAt, type TextSpan } from '@/domain/document/text-steps'
import { findQuantities } from '@/domain/reading/find-quantities'

/** A text with all places a cursor can go to. */
export interface SteppedText {
  text: string
  words: TextSpan[]
  sentences: TextSpan[]
  paragraphs: TextSpan[]
  /** What can be a count, the words that bound it included. */
  numbers: TextSpan[]
}

/** `language`: BCP 47, where it is known. */
export function stepText(text: string, language: string | null): SteppedText {
  const numbers = findQuantities(text, language).filter(({ isCount }) => isCount)
  return {
    text,
    words: findWords(text),
    sentences: findSentences(text),
    paragraphs: findParagraphs(text),
    numbers: numbers.map(({ start, end }) => ({ start, end })),
  }
}

/** Two words, by their index: where the selection began, and where the cursor is now. The same: the word alone. */
export interface TextCursor {
  anchor: number
  focus: number
}

/** The words from anchor to focus, in the text's order. */
export function spanOfCursor({ words }: SteppedText, { anchor, focus }: TextCursor): TextSpan | null {
  const first = words[Math.min(anchor, focus)]
  const last = words[Math.max(anchor, focus)]
  return first && last ? { start: first.start, end: last.end } : null
}

/** The cursor on all words that the span touches. */
export function cursorOn({ words }: SteppedText, { start, end }: TextSpan): TextCursor {
  const first = spanAt(words, start)
  const isBefore = (words[first]?.end ?? 0) <= start
  const anchor = Math.min(isBefore ? first + 1 : first, Math.max(words.length - 1, 0))
  return { anchor, focus: Math.max(anchor, spanAt(words, Math.max(end - 1, 0))) }
}

export type CursorStep =
  | 'word'
  | 'word-back'
  | 'sentence'
  | 'sentence-back'
  | 'sentence-start'
  | 'sentence-end'
  | 'number'
  | 'number-back'
  | 'whole-sentence'
  | 'start'
  | 'end'

/** Where a step leads. `extends`: the selection grows or shrinks instead of moving. Stays where there is nothing further. */
export function moveCursor(text: SteppedText, cursor: TextCursor, step: CursorStep, isExtending: boolean): TextCursor {
  const { words, sentences, numbers } = text
  const last = Math.max(words.length - 1, 0)
  const here = words[cursor.focus]?.start ?? 0
  const sentence = spanAt(sentences, here)
  const to = (focus: number) => {
    const within = Math.min(Math.max(focus, 0), last)
    return { anchor: isExtending ? cursor.anchor : within, focus: within }
  }
  const firstOf = (span: TextSpan | undefined) => (span ? cursorOn(text, span).anchor : cursor.focus)
  const lastOf = (span: TextSpan | undefined) => (span ? cursorOn(text, span).focus : cursor.focus)
  switch (step) {
    case 'word':
      return to(cursor.focus + 1)
    case 'word-back':
      return to(cursor.focus - 1)
    case 'start':
      return to(0)
    case 'end':
      return to(last)
    case 'sentence-start':
      return to(firstOf(sentences[sentence]))
    case 'sentence-end':
      return to(lastOf(sentences[sentence]))
    case 'whole-sentence': {
      const span = sentences[sentence]
      return span ? cursorOn(text, span) : cursor
    }
    case 'sentence': {
      const end = lastOf(sentences[sentence])
      if (isExtending) return to(cursor.focus < end ? end : lastOf(sentences[sentence + 1]))
      return to(firstOf(sentences[sentence + 1]))
    }
    case 'sentence-back': {
      const begin = firstOf(sentences[sentence])
      return to(cursor.focus > begin ? begin : firstOf(sentences[sentence - 1]))
    }
    case 'number': {
      const beyond = words[Math.max(cursor.anchor, cursor.focus)]?.end ?? 0
      const next = numbers.find(({ start }) => start >= beyond)
      return next ? cursorOn(text, next) : cursor
    }
    case 'number-back': {
      const before = words[Math.min(cursor.anchor, cursor.focus)]?.start ?? 0
      const previous = numbers.findLast(({ end }) => end <= before)
      return previous ? cursorOn(text, previous) : cursor
    }
  }
}
