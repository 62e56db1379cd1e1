import { afterAll, describe, expect, it, vi } from 'vitest'
import { composeSitrep } from '@/domain/sitrep/compose-sitrep'
import type { Sitrep } from '@/domain/sitrep/sitrep'
import { nothingWritten } from '@/domain/sitrep/written'
import { renderSitrepPdf } from '@/formats/pdf/render-sitrep'
import { TypstThread } from '@/formats/pdf/typst-thread'
import { at, atLeast, makeFigure } from '@/tests/support/make-figure'
import { crisis, makeSlice } from '@/tests/support/make-slice'
import { makeFlashUpdate, makeMultilingualSitrep } from '@/tests/support/multilingual-sitrep'
import { findTags, readPdf } from '@/tests/support/read-pdf'
import { makeSampleSitrep, sampleCreatedAt, sampleProof } from '@/tests/support/sample-sitrep'

const thread = new TypstThread()
afterAll(() => thread.close())

const render = (sitrep: Sitrep, on = thread) =>
  renderSitrepPdf({ sitrep, proof: sampleProof, createdAt: sampleCreatedAt }, on)
const read = async (sitrep: Sitrep) => readPdf(await render(sitrep))

describe('a sitrep as PDF', () => {
  it('has the same bytes for the same input, in another thread and time zone too', async () => {
    const first = await render(makeSampleSitrep())
    vi.stubEnv('TZ', 'Asia/Yerevan')
    const other = new TypstThread()
    const second = await render(makeSampleSitrep(), other)
    await other.close()
    vi.unstubAllEnvs()
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true)
    expect(Buffer.from(await render(makeSampleSitrep())).equals(Buffer.from(first))).toBe(true)
  }, 20_000)

  it('numbers every source, links to its address, and leads every mark to a page of the sources', async () => {
    const sitrep = makeSampleSitrep()
    const { pages, links } = await read(sitrep)
    const sources = pages.join(' ').split(' Sources ').at(-1) ?? ''
    for (const { n, url, publisher } of sitrep.sources) {
      expect(sources).toContain(`${n} ${publisher}`)
      expect(links.some((link) => link.url === url)).toBe(true)
    }
    const marks = links.filter(({ url }) => url === null)
    expect(marks.length).toBeGreaterThan(80)
    for (const { page } of marks) expect(page).toBeGreaterThanOrEqual(5)
  })

  it('says in words what each chart and small line shows', async () => {
    const { tags } = await read(makeSampleSitrep())
    const figures = findTags(tags, 'Figure')
    expect(figures).toHaveLength(3 + 4)
    for (const { alt } of figures) expect(alt).toMatch(/\w+/)
  })

  it('has a title, a language, tagged headings and tables whose heads stand on every page', async () => {
    const { title, language, tags, pages } = await read(makeSampleSitrep())
    expect(title).toBe('Nagorno-Karabakh, September–October 2023 – Situation report 12')
    expect(language).toBe('en')
    expect(findTags(tags, 'H1').length).toBeGreaterThanOrEqual(10)
    expect(findTags(tags, 'TH').length).toBeGreaterThanOrEqual(10)
    for (const page of pages.filter((text) => text.includes('standing'))) {
      if (/\d Sep, \d+:00 .*standing/.test(page)) expect(page).toContain('As of Claimant Figure')
    }
  })

  it('carries page number, short hashes and marks on every page, and the whole hashes once', async () => {
    const { pages } = await read(makeFlashUpdate())
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`${index + 1} / ${pages.length}`)
      expect(page).toContain('content 41b7 90ce 5d12')
      expect(page).toContain('audit 9f3c e21a 77b0')
      expect(page).toContain('Exercise - invented')
    }
    const all = pages.join(' ')
    expect(all.split(sampleProof.contentHash)).toHaveLength(2)
    expect(all.split(sampleProof.auditHead)).toHaveLength(2)
    expect(all).toContain('Replaces edition 2')
  })

  it('says on every page that one person approves, as long as the four-eyes rule is off', async () => {
    const compose = (fourEyes: boolean) =>
      composeSitrep(makeSlice([makeFigure({ quantity: atLeast(2) })], { crisis: { ...crisis, fourEyes } }), null, {
        number: 1,
        kind: 'situation-report',
        edition: 1,
        period: { from: at('2023-09-29T00:00'), to: at('2023-09-30T00:00') },
        nextIssue: null,
        expiresAt: null,
        written: nothingWritten,
        leftOut: [],
        erratum: null,
      })
    const mark = 'Approved by one person: the four-eyes rule is switched off'
    const off = compose(false)
    expect(off.header.marks).toContain(mark)
    const { pages } = await read(off)
    expect(pages.length).toBeGreaterThan(0)
    for (const page of pages) expect(page).toContain(mark)
    expect((await read(compose(true))).pages.join(' ')).not.toContain(mark)
  })

  it.each(['hy', 'ar'] as const)(
    'sets four scripts on one line with the shipped fonts alone (%s)',
    async (language) => {
      const { fonts, pages } = await read(makeMultilingualSitrep(language))
      for (const font of fonts) expect(font).toMatch(/^AttestSans/)
      expect(pages[0]).toContain('Степанакерт / Stepanakert / Ստեփանակերտ')
      expect(pages[0]).not.toContain('□')
    },
  )

  it('prints Typst’s own markup as it stands', async () => {
    const hostile = [
      '#read("/etc/passwd")',
      '\\u{41} \\',
      '$x^2$ *a* _b_ `c`',
      '@ref <label>',
      '// gone /* gone */',
      '= no heading',
      ']#panic()[',
    ]
    const sample = makeSampleSitrep()
    const sitrep: Sitrep = {
      ...sample,
      title: hostile.join(' '),
      sections: [
        {
          key: 'overview',
          heading: '#panic()',
          blocks: [{ kind: 'paragraph', content: hostile.map((text) => ({ text: `${text} ` })) }],
        },
      ],
      sources: [{ ...(sample.sources[0] as Sitrep['sources'][number]), title: '#panic()', url: 'javascript:alert(1)' }],
    }
    const { pages, links } = await read(sitrep)
    for (const text of hostile) expect(pages[0]).toContain(text)
    expect(links).toEqual([])
  })

  it('keeps every word of long runs, long tables and ten tiles', async () => {
    const sample = makeSampleSitrep()
    const tile = sample.sections
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.kind === 'tiles' ? block.tiles : []))[0]
    if (!tile) throw new Error('The sample has no tile.')
    const run = 'unbroken'.repeat(40)
    const sitrep: Sitrep = {
      ...sample,
      sections: [
        { key: 'overview', heading: 'Empty', blocks: [] },
        {
          key: 'key-figures',
          heading: run,
          blocks: [
            {
              kind: 'tiles',
              tiles: Array.from({ length: 10 }, (_, index) => ({
                ...tile,
                key: `${index}`,
                label: `${run}${index}end`,
                values: [],
              })),
            },
            {
              kind: 'table',
              caption: run,
              columns: ['A', 'B', 'C', 'D', 'E', 'F'].map((label) => ({ label, align: 'start' })),
              rows: Array.from({ length: 60 }, (_, index) =>
                Array.from({ length: 6 }, (_, column) => [{ text: `${run}r${index}c${column}` }]),
              ),
            },
          ],
        },
      ],
    }
    const { pages } = await read(sitrep)
    const letters = pages.join('').replace(/\s/g, '')
    for (let index = 0; index < 10; index++) expect(letters).toContain(`unbroken${index}end`)
    for (let index = 0; index < 60; index++) expect(letters).toContain(`unbrokenr${index}c5`)
    expect(letters.match(/nofigurereported/g)).toHaveLength(10)
    expect(letters).not.toContain('Empty')
  }, 20_000)

  it('refuses a mark that leads to no numbered source', async () => {
    const sitrep = { ...makeSampleSitrep(), sources: [] }
    await expect(render(sitrep)).rejects.toThrow('The mark [1] leads to no numbered source.')
  })
})
