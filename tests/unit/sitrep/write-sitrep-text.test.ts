import { describe, expect, test } from 'vitest'
import { hashesIn } from '@/domain/sitrep/verification'
import { highlightsText, writeSitrepText } from '@/domain/sitrep/write-sitrep-text'
import { makeMultilingualSitrep } from '@/tests/support/multilingual-sitrep'
import { makeSampleSitrep } from '@/tests/support/sample-sitrep'

const address = 'https://figures.example.org/crises/a/sitreps/12?edition=1'

describe('a sitrep as text', () => {
  const sitrep = makeSampleSitrep()
  const text = writeSitrepText(sitrep, address)

  test('begins with what it is and of when, and ends with where the whole stands', () => {
    expect(text.startsWith(`${sitrep.title}\n${sitrep.header.asOfText} · `)).toBe(true)
    expect(text).toContain('Reconstructed from published sources')
    expect(text.endsWith(`\n\n${address}`)).toBe(true)
  })

  test('explains every mark it sets once, under the number of the report, and lists no other source', () => {
    const [body = '', list = ''] = text.split(`\n${sitrep.sourcesHeading}\n`)
    const marks = new Set(body.match(/\[\d+\]/g))
    const listed = list.match(/^\[\d+\]/gm) ?? []
    expect(marks.size).toBeGreaterThan(3)
    expect(listed.toSorted()).toEqual([...marks].toSorted())
    expect(list).toContain('[1] Government of the Republic of Armenia, 19 September 2023, 9:30, https://')
  })

  test('keeps the qualifier with its number, both values of relays that differ, and says where there is no figure', () => {
    expect(text).toContain('• Killed, offensive of 19–20 September: at least 200 (civilians 10, of them 5 children [2]')
    expect(text).toMatch(/: over 40 or .*400/)
    expect(text).toContain(`• Complaints open: ${sitrep.labels.noFigure}`)
  })

  test('leaves out tables and charts', () => {
    expect(text).not.toContain('Of whom, and coverage')
  })

  test('of an erratum says what it mends and why, also in its highlights', () => {
    const mended = { ...sitrep, erratum: { replaces: 1, what: 'The toll of the depot.', why: 'A relay was misread.' } }
    for (const said of [writeSitrepText(mended, null), highlightsText(mended)]) {
      expect(said).toContain('The toll of the depot.\nA relay was misread.')
    }
  })

  test.each(['hy', 'ar'] as const)('is in the report’s own words: %s', (language) => {
    const own = makeMultilingualSitrep(language)
    const said = writeSitrepText(own, null)
    for (const { heading } of own.sections) expect(said).toContain(heading)
    expect(said).toContain(own.labels.noFigure)
    expect(said).toContain(`\n${own.sourcesHeading}\n[1] `)
  })
})

describe('hashes in a text', () => {
  const hash = '41b790ce5d12a8f03c7e6b19d4458a20ff13c6e87b92d05a6611e3f4078ac9bd'

  test('are found across the end of a line, among other words, and however long the run of digits is', () => {
    expect(hashesIn(`Content SHA-256 ${hash.slice(0, 40)}\n${hash.slice(40)}`)).toContain(hash)
    expect(hashesIn(`ab${hash.toUpperCase()}cd`)).toContain(hash)
    expect(hashesIn(`\u2066${hash}\u2069`)).toContain(hash)
    expect(hashesIn('no hash in 2023')).toEqual([])
  })

  test('are no more than can be looked up', () => {
    expect(hashesIn(hash.repeat(200)).length).toBeLessThanOrEqual(2000)
  })
})
