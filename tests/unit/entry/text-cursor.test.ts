import { describe, expect, test } from 'vitest'
import { type CursorStep, cursorOn, moveCursor, spanOfCursor, stepText } from '@/domain/entry/text-cursor'

const text =
  'The office said at 4 p.m. that at least two civilians, including a child, were killed. Nobody else.\n\n11 were wounded.'
const stepped = stepText(text, 'en')
const start = { anchor: 0, focus: 0 }
const said = (cursor: { anchor: number; focus: number }) => {
  const span = spanOfCursor(stepped, cursor)
  return span && text.slice(span.start, span.end)
}
const walk = (...steps: [CursorStep, boolean?][]) =>
  steps.reduce((cursor, [step, isExtending = false]) => moveCursor(stepped, cursor, step, isExtending), start)

describe('a cursor in a text', () => {
  test('goes by words, and grows with Shift', () => {
    expect(said(walk(['word']))).toBe('office')
    expect(said(walk(['word'], ['word', true], ['word', true]))).toBe('office said at')
  })

  test('finds the numbers that count something, with the words that bound them', () => {
    expect(said(walk(['number']))).toBe('at least two')
    expect(said(walk(['number'], ['number'], ['number']))).toBe('11')
    expect(said(walk(['number'], ['number'], ['number'], ['number-back'], ['number-back']))).toBe('at least two')
  })

  test('takes a sentence whole, abbreviations and all', () => {
    expect(said(walk(['whole-sentence']))).toMatch(/^The office said at 4 p\.m\. that .* were killed$/)
    expect(said(walk(['sentence'], ['whole-sentence']))).toBe('Nobody else')
  })

  test('stays in the text at both ends', () => {
    expect(said(walk(['word-back']))).toBe('The')
    expect(said(walk(['end'], ['word'], ['sentence']))).toBe('wounded')
  })

  test('covers every word that a selection by hand touches', () => {
    const from = text.indexOf('civil')
    expect(said(cursorOn(stepped, { start: from + 2, end: from + 14 }))).toBe('civilians, including')
  })
})
