import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sha256 } from '@/db/sha256'
import { canonicalJson } from '@/domain/canonical/canonical-json'
import { composeSitrep } from '@/domain/sitrep/compose-sitrep'
import type { Sitrep } from '@/domain/sitrep/sitrep'
import { type Locale, locales } from '@/domain/viewpoint/viewpoint'
import { renderEdition } from '@/formats/pdf/render-edition'
import { publishDemoEditions } from '@/scripts/demo/publish-demo-editions'
import { readDataset } from '@/scripts/demo/read-dataset'
import { readCrisis } from '@/services/read-crises'
import { readEditionPdf, readSitrep } from '@/services/read-sitreps'
import { digitsIn, type NumberPlace, numberPlaces } from '@/tests/support/number-places'
import { administrator, type OpenLedger, openLedger } from '@/tests/support/open-ledger'
import { readPdf } from '@/tests/support/read-pdf'

const slug = 'nagorno-karabakh-2023'
/** Of 29 and of 30 September: the last one is published in four languages. */
const numbers = [12, 13]
let ledger: OpenLedger

beforeAll(async () => {
  ledger = await openLedger()
  const crisisId = await ledger.loadDemo(slug)
  const all = await readDataset(`scripts/demo/${slug}`)
  const dataset = { ...all, sitreps: all.sitreps.filter(({ number }) => numbers.includes(number)) }
  const ctx = ledger.as(administrator)
  await publishDemoEditions({ ctx, crisisId, dataset, compose: composeSitrep, renderPdf: renderEdition })
})
afterAll(() => ledger.close())

async function edition(language: Locale, isWithData = false) {
  const ctx = ledger.as(null)
  const crisis = await readCrisis({ ctx, slug })
  const { listed, content } = await readSitrep({ ctx, crisis, number: 13, language })
  const { pdf } = await readEditionPdf({ ctx, crisis, number: 13, language, isWithData })
  return { listed, content, pdf }
}

/** What is in digits and no source counted: scales of drawings, names of events in captions, and texts in which only dates are told. */
function isUncounted({ where, texts }: NumberPlace): boolean {
  const isDate = (text: string) => digitsIn(text.replace(dates, '')).length === 0
  return ['scale', 'caption', 'legend'].includes(where) || texts.every(isDate)
}

const months = locales.flatMap((language) =>
  (['long', 'short'] as const).flatMap((month) =>
    Array.from({ length: 12 }, (_, index) =>
      new Intl.DateTimeFormat(language, { day: 'numeric', month, timeZone: 'UTC' })
        .formatToParts(Date.UTC(2023, index, 15))
        .flatMap(({ type, value }) => (type === 'month' ? [value.replace('.', '')] : [])),
    ).flat(),
  ),
)
const named = `(?:${[...new Set(months)].join('|')})\\p{L}*\\.?`
/** "19–20 September 2023", "սեպտեմբերի 19", "21:30". */
const dates = new RegExp(
  `\\d{1,2}(?:[–-]\\d{1,2})?\\s+${named}(?:\\s+\\d{4})?|${named}\\s+\\d{1,2}(?:[–-]\\d{1,2})?|\\d{1,2}:\\d{2}`,
  'giu',
)

describe('the sitrep of 30 September 2023', () => {
  it.each(locales)('carries in %s at every number the mark of a numbered source', async (language) => {
    const { content } = await edition(language)
    expect(content.language).toBe(language)
    const numbered = new Set(content.sources.map(({ n }) => n))
    const counting = numberPlaces(content).filter((place) => digitsIn(...place.texts).length > 0 && !isUncounted(place))
    expect(counting.length).toBeGreaterThan(60)
    const uncited = counting.filter(({ cite }) => cite.length === 0)
    // How many figures the ledger holds without a date is its own count.
    expect(uncited.filter(({ where }) => where !== 'not-known').map(({ texts }) => texts)).toEqual([])
    for (const { cite } of counting) for (const { n } of cite) expect(numbered).toContain(n)
  })

  it.each(locales)(
    'prints in %s no number that is not in its cited content, and leaves none of that out',
    async (language) => {
      const { content, pdf } = await edition(language)
      const { body, links } = await readPdf(new Uint8Array(pdf))
      const places = numberPlaces(content)
      const { header, crisis, publisher, labels } = content
      const frame = [header.kindText, header.asOfText, header.periodText, header.nextIssueText ?? '', crisis.title]
      const told = places.filter(({ isDrawn }) => !isDrawn)
      const marks = told.flatMap(({ cite }) => cite.map(({ n }) => String(n)))
      const left = digitsIn(body)
      const lost: string[] = []
      for (const digits of digitsIn(
        ...frame,
        publisher,
        labels.reconstructedNote ?? '',
        ...told.flatMap(({ texts }) => texts),
      )) {
        const at = left.indexOf(digits)
        if (at < 0) lost.push(digits)
        else left.splice(at, 1)
      }
      expect(lost).toEqual([])
      const drawn = new Set(digitsIn(...places.filter(({ isDrawn }) => isDrawn).flatMap(({ texts }) => texts)))
      // Labels of a drawing that stand side by side may be read as one.
      const isDrawn = (digits: string) =>
        drawn.has(digits) || [...digits].some((_, at) => drawn.has(digits.slice(0, at)) && drawn.has(digits.slice(at)))
      const inMarks = new Set(marks)
      expect(left.filter((digits) => !isDrawn(digits) && !inMarks.has(digits))).toEqual([])
      // Each mark leads to its source, those in one bracket once each.
      expect(links.filter(({ page }) => page !== null).length).toBeGreaterThan(100)
    },
  )

  it('is told in each language by the same figures', async () => {
    const english = await edition('en')
    for (const language of locales) {
      const { content } = await edition(language)
      const figures = (sitrep: Sitrep) => sitrep.sources.map(({ document, url }) => [document, url]).sort()
      expect(figures(content)).toEqual(figures(english.content))
      expect(content.sections.map(({ key }) => key)).toEqual(english.content.sections.map(({ key }) => key))
    }
  })

  it.each(locales)('holds in %s its data, byte for byte as it was composed', async (language) => {
    const { listed, content, pdf } = await edition(language, true)
    expect(sha256(pdf)).toBe(listed.dataPdfSha256)
    const { attachments, title, tags } = await readPdf(new Uint8Array(pdf))
    expect(Object.keys(attachments).sort()).toEqual(['figures.csv', 'sitrep.json'])
    const text = (name: string) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(attachments[name])
    expect(text('sitrep.json')).toBe(canonicalJson(content))
    expect(sha256(text('sitrep.json'))).toBe(listed.contentHash)
    const rows = text('figures.csv').trimEnd().split('\r\n')
    expect(rows[0]).toMatch(/^\uFEFFid,version,crisis,indicator/)
    expect(rows.length).toBeGreaterThan(60)
    expect(pdf.toString('latin1')).toMatch(/pdfaid:part>3<[\s\S]*pdfaid:conformance>A</)
    expect(title).not.toBe('')
    expect(tags.length).toBeGreaterThan(0)
  })

  it('has one title and other hashes in each language', async () => {
    const all = await Promise.all(locales.map((language) => edition(language)))
    expect(new Set(all.map(({ listed }) => listed.contentHash)).size).toBe(locales.length)
    expect(new Set(all.map(({ pdf }) => sha256(pdf)))).toEqual(new Set(all.map(({ listed }) => listed.pdfSha256)))
    expect(all[0]?.listed.languages).toEqual(['en', 'ar', 'hy', 'ru'])
  })

  it('says in which languages there is one, where another is asked for', async () => {
    const ctx = ledger.as(null)
    const crisis = await readCrisis({ ctx, slug })
    await expect(readSitrep({ ctx, crisis, number: 12, language: 'hy' })).rejects.toMatchObject({
      code: 'not-found',
      message: 'Sitrep 12 was published in en, not in hy.',
    })
  })
})
