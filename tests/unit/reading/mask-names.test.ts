import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findMaskedSpans, locateQuote } from '@/domain/document/locate-quote'
import { maskDocument } from '@/domain/document/mask-document'
import { maskQuote, nameWithheld } from '@/domain/reading/mask-names'

const spanOf = (text: string, words: string) => {
  const start = text.indexOf(words)
  return { start, end: start + words.length }
}

describe('a name in a quote', () => {
  const quote = 'a teacher, Name Surname, and two others were killed'

  it('gives way to the mark of the language', () => {
    const spans = [spanOf(quote, 'Name Surname')]
    expect(maskQuote(quote, spans, 'en')).toBe('a teacher, [name withheld], and two others were killed')
    for (const language of ['hy', 'ru-RU', 'ar'] as const) {
      expect(maskQuote(quote, spans, language)).toContain(nameWithheld[language.slice(0, 2) as 'hy'])
    }
    expect(maskQuote(quote, spans, 'tr')).toContain('[name withheld]')
  })

  it('leaves no letter behind, and two selections side by side leave one mark', () => {
    expect(maskQuote(quote, [spanOf(quote, 'ame Sur')], 'en')).toBe(
      maskQuote(quote, [spanOf(quote, 'Name Surname')], 'en'),
    )
    expect(maskQuote(quote, [spanOf(quote, 'Surname'), spanOf(quote, 'Name')], 'en')).toBe(
      'a teacher, [name withheld], and two others were killed',
    )
    expect(maskQuote(quote, [{ start: 3, end: 3 }], 'en')).toBe(quote)
  })
})

describe('a quote with a withheld name', () => {
  const text = 'It said that a teacher, Name\nSurname, and two  others were killed. Name Surname was from the town.'

  it('is found by the words around the name, and its place covers the name', () => {
    const masked = 'a teacher, [name withheld], and two others were killed'
    const place = locateQuote(text, masked)
    expect(place && text.slice(place.start, place.end)).toBe('a teacher, Name\nSurname, and two  others were killed')
    expect(place && findMaskedSpans(text, masked, place)).toEqual([spanOf(text, 'Name\nSurname')])
  })

  it('that begins or ends with the name is found only where it is said to stand', () => {
    const masked = '[name withheld] was from the town'
    const meant = spanOf(text, 'Name Surname was from the town')
    expect(locateQuote(text, masked)).toBeNull()
    expect(locateQuote(text, masked, meant)).toEqual(meant)
    expect(findMaskedSpans(text, masked, meant)).toEqual([spanOf(text, 'Name Surname')])
  })

  it('is not found where a word around the name differs, or more than a name is left out', () => {
    expect(locateQuote(text, 'a doctor, [name withheld], and two others')).toBeNull()
    expect(locateQuote(`a teacher, ${'word '.repeat(40)}, and two`, 'a teacher, [name withheld], and two')).toBeNull()
  })

  it('withholds nothing where the source wrote the mark itself', () => {
    const own = 'They said [name withheld] was hurt.'
    expect(findMaskedSpans(own, own, { start: 0, end: own.length })).toEqual([])
  })

  it('is found whichever words were masked, and withholds them', () => {
    const words = fc.constantFrom('aa', 'bb', 'Name', 'Surname', 'killed', 'two')
    fc.assert(
      fc.property(fc.array(words, { minLength: 4, maxLength: 12 }), fc.nat(), fc.nat(), (list, a, b) => {
        const archived = `Before. ${list.join(' ')} after.`
        const first = a % list.length
        const last = Math.min(list.length, first + 1 + (b % 3))
        const from = list.slice(0, first).join(' ').length + (first > 0 ? 1 : 0)
        const name = { start: from, end: from + list.slice(first, last).join(' ').length }
        const meant = { start: 8, end: 8 + list.join(' ').length }
        const masked = maskQuote(list.join(' '), [name], 'en')
        expect(locateQuote(archived, masked, meant)).toEqual(meant)
        expect(
          findMaskedSpans(archived, masked, meant).map(({ start, end }) => archived.slice(start, end)),
        ).toHaveLength(1)
      }),
    )
  })
})

describe('an archived text shown outside the office', () => {
  const text = 'Name Surname, a teacher, was killed; the family of Name\n Surname was told. Surnames are many.'

  it('has the mark at every place of the name, and offsets follow', () => {
    const { text: masked, moved, maskQuote, maskWords } = maskDocument(text, [spanOf(text, 'Name Surname')], 'en')
    expect(masked).toBe(
      '[name withheld], a teacher, was killed; the family of [name withheld] was told. Surnames are many.',
    )
    const place = spanOf(text, 'was killed')
    expect(masked.slice(moved(place.start), moved(place.end))).toBe('was killed')
    expect(maskQuote('was killed', place)).toBe('was killed')
    expect(maskQuote('the family of Name Surname', spanOf(text, 'the family of Name\n Surname'))).toBe(
      'the family of [name withheld]',
    )
    // Words that were typed have no place in the text.
    expect(maskQuote('the family of Name Surname', null)).toBe('the family of [name withheld]')
    expect(maskWords('A teacher, NAME  SURNAME, and the Surnames.')).toBe(
      'A teacher, [name withheld], and the Surnames.',
    )
  })

  it('is as it was where nothing is withheld', () => {
    const { text: same, moved } = maskDocument(text, [], 'en')
    expect([same, moved(20)]).toEqual([text, 20])
  })
})
