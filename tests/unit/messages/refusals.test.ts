import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import refusals from '@/app/_i18n/refusals.json'
import { sayRefusal } from '@/app/_i18n/say-refusal'
import { inTheirLanguage, problemResponse } from '@/app/_server/problem'

const rooms = ['app', 'domain', 'services']
const blank = (text: string) => text.replace(/\$\{[^{}]*\}/g, '{}')
const blankNames = (sentence: string) => sentence.replace(/\{\w+\}/g, '{}')

/** The sources of the rooms that refuse, with what is put into their sentences left out. */
function readSources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) return readSources(file)
    return /\.tsx?$/.test(entry.name) ? [readFileSync(file, 'utf8')] : []
  })
}
const sources = rooms.flatMap(readSources)
const everything = blank(sources.join('\n'))

/** What loads data, and what programs alone meet. */
const notForScreens = [
  /^Sitrep .* (edition|published in|is a )/,
  /^Edition .* is next/,
  /^There is no (crisis|\{\} ")/,
  /^No crisis is called/,
  /^The (query|address|body) /,
  /^The edition has no content/,
  /Idempotency-Key|API keys|draft key|migrations|ATTEST_URL|is no number of a sitrep|has no published sitrep/,
  /^(It cannot go out yet: |The draft )/,
  /^An erratum is of the kind/,
  /SHA-256/,
]

describe('Refusals in the languages of the screens', () => {
  test('each that is translated is one that is made', () => {
    const lost = Object.keys(refusals).filter(
      (sentence) => !everything.includes(blankNames(sentence).replaceAll("'", "\\'")),
    )
    expect(lost).toEqual([])
  })

  test('each that a service makes in so many words is translated', () => {
    const made = sources.flatMap((source) =>
      [...source.matchAll(/new ServiceError\(\s*'[a-z-]+',\s*(['`])((?:(?!\1).)+)\1/g)].map(([, , text = '']) =>
        blank(text),
      ),
    )
    expect(made.length).toBeGreaterThan(80)
    const known = new Set(Object.keys(refusals).map(blankNames))
    const missing = made.filter((text) => !known.has(text) && !notForScreens.some((pattern) => pattern.test(text)))
    expect([...new Set(missing)]).toEqual([])
  })

  test('each has all languages, puts in nothing that was not put in, and ends as a sentence does there', () => {
    const ends = { hy: '։', ru: '.', ar: '.' }
    for (const [sentence, said] of Object.entries(refusals)) {
      const given = new Set(sentence.match(/\{\w+\}/g))
      for (const [locale, end] of Object.entries(ends)) {
        const text = said[locale as keyof typeof said]
        expect(text.endsWith(end), text).toBe(true)
        expect(
          (text.match(/\{\w+\}/g) ?? []).filter((name) => !given.has(name)),
          text,
        ).toEqual([])
      }
    }
  })

  test('what is put in stands in them, roles by their names and isolated where the language is written from the right', async () => {
    const taken = 'Version 3 of the figure was replaced by a newer wording.'
    expect(await sayRefusal(taken, 'ru')).toBe('Версию 3 заменила более новая.')
    expect(await sayRefusal(taken, 'ar')).toBe('حلّت صيغة أحدث محل النسخة \u20683\u2069.')
    expect(await sayRefusal(taken, 'en')).toBe(taken)
    expect(await sayRefusal('This needs the role contributor or reviewer.', 'ru')).toBe(
      'Для этого нужна роль: оператор ввода или рецензент.',
    )
    expect(await sayRefusal('Nobody wrote this.', 'hy')).toBe('Nobody wrote this.')
  })

  test('a page’s cookie decides; a program with a key is answered in English, and answers that are no problems stay as they are', async () => {
    const refuse = () =>
      problemResponse({
        status: 422,
        title: 'Not usable',
        detail: 'Some fields cannot be used.',
        errors: [{ pointer: '/name', message: 'This is needed.' }],
      })
    const asked = (headers: HeadersInit) => new Request('http://localhost/api/v1/crises', { headers })
    const inRussian = await inTheirLanguage(asked({ cookie: 'locale=ru' }), refuse())
    expect(inRussian.status).toBe(422)
    expect(await inRussian.json()).toMatchObject({
      detail: 'Некоторые поля нужно исправить.',
      errors: [{ pointer: '/name', message: 'Это нужно заполнить.' }],
    })
    const english: HeadersInit[] = [{}, { cookie: 'locale=ru', authorization: 'Bearer key' }]
    for (const headers of english) {
      expect(await (await inTheirLanguage(asked(headers), refuse())).json()).toMatchObject({
        detail: 'Some fields cannot be used.',
      })
    }
    const fine = Response.json({ detail: 'This is needed.' })
    expect(await inTheirLanguage(asked({ cookie: 'locale=ru' }), fine)).toBe(fine)
  })
})
