import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { ReadDocument } from '@/domain/document/document-reading'
import { DocumentThread } from '@/formats/document/document-thread'
import { readDocument, readDocumentOn } from '@/formats/document/read-document'
import { renderSitrepPdf } from '@/formats/pdf/render-sitrep'
import { makeMultilingualSitrep } from '@/tests/support/multilingual-sitrep'
import { makeSampleSitrep, sampleCreatedAt, sampleProof } from '@/tests/support/sample-sitrep'

const utf8 = (text: string) => new TextEncoder().encode(text)
const latin = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))
async function read(bytes: Uint8Array, declaredType?: string): Promise<ReadDocument> {
  const reading = await readDocument(bytes, { declaredType })
  if (reading.outcome === 'refused') throw new Error(reading.reason)
  return reading
}
async function refusalOf(bytes: Uint8Array, on = new DocumentThread()): Promise<string> {
  const reading = await readDocumentOn(on, bytes)
  return reading.outcome === 'refused' ? reading.reason : `read: ${reading.text.slice(0, 80)}`
}

/** A PDF of one page with this content stream, unpacked by `filters`. */
function makePdf(stream: Uint8Array, filters: string): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
    `<</Length ${stream.length}${filters}>>\nstream\n${Buffer.from(stream).toString('latin1')}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  return latin(
    `${body}xref\n0 6\n0000000000 65535 f \n${rows}trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF`,
  )
}

describe('the text of a plain file', () => {
  it('is NFC with LF line ends, without U+0000 and byte order mark, its no-break spaces kept', async () => {
    const { text, mediaType, language } = await read(
      utf8('\ufeffThe cafe\u0301 said that 100\u00a0417 were\r\nin the town.\0'),
    )
    expect(text).toBe('The café said that 100\u00a0417 were\nin the town.')
    expect([mediaType, language]).toEqual(['text/plain', 'en'])
  })

  it('is read in UTF-16, with a mark or without', async () => {
    const little = Uint8Array.from(Buffer.from('The number of the dead was 12, said the office', 'utf16le'))
    expect((await read(little)).text).toContain('dead was 12')
    expect((await read(Uint8Array.from([0xff, 0xfe, ...little]))).text).toContain('dead was 12')
  })

  it('is read in the old encodings of its script, and says when that was guessed', async () => {
    // "Число погибших - 27, сообщил омбудсмен" in windows-1251, and "São 12 mortos, très près" in windows-1252.
    const cyrillic = latin(
      '\xd7\xe8\xf1\xeb\xee \xef\xee\xe3\xe8\xe1\xf8\xe8\xf5 - 27, \xf1\xee\xee\xe1\xf9\xe8\xeb \xee\xec\xe1\xf3\xe4\xf1\xec\xe5\xed',
    )
    const russian = await read(cyrillic)
    expect(russian.text).toBe('Число погибших - 27, сообщил омбудсмен')
    expect(russian.warnings).toEqual([expect.stringContaining('windows-1251')])
    const western = await read(latin('S\xe3o 12 mortos, tr\xe8s pr\xe8s, \x93fin\x94'))
    expect(western.text).toBe('São 12 mortos, très près, “fin”')
    // "٤" has no place there; "قتل 12 شخصا في المدينة" in windows-1256.
    const arabic = await read(latin('\xde\xca\xe1 12 \xd4\xce\xd5\xc7 \xdd\xed \xc7\xe1\xe3\xcf\xed\xe4\xc9'))
    expect(arabic).toMatchObject({ text: 'قتل 12 شخصا في المدينة', language: 'ar' })
  })

  it('follows the charset that was declared with it', async () => {
    const { text, warnings } = await read(latin('\xc7\xd8\xe1\xdb\xde 27'), 'text/plain; charset=iso-8859-5')
    expect([text, warnings]).toEqual(['Число 27', []])
  })
})

describe('the text of a page', () => {
  const paragraph =
    'The office of the ombudsman said that at least two civilians were killed and eleven were wounded in the town.'
  const page = (body: string) =>
    utf8(`<!DOCTYPE html><html lang="en"><head><title>Statement</title></head><body>${body}</body></html>`)

  it('is the article in paragraphs, without scripts and menus', async () => {
    const article = `<article><h1>Statement of the day</h1>${`<p>${paragraph}<br>As of 16:00.</p>`.repeat(6)}</article>`
    const { text, title, language, mediaType } = await read(
      page(`<nav><a href="/">Home</a></nav><script>var killed = 99</script>${article}<style>p{}</style>`),
    )
    expect([title, language, mediaType]).toEqual(['Statement', 'en', 'text/html'])
    expect(text.split('\n\n').filter((one) => one === `${paragraph}\nAs of 16:00.`)).toHaveLength(6)
    expect(text).not.toMatch(/99|Home|p\{\}/)
  })

  it('keeps tables, a row a paragraph and a tab between cells', async () => {
    const { text } = await read(
      page('<table><tr><td>Killed</td><td>12</td></tr><tr><td>Injured</td><td>30</td></tr></table>'),
    )
    expect(text).toBe('Killed\t12\n\nInjured\t30')
  })

  it('is read in the charset that the page names', async () => {
    const html = latin(
      '<html><head><meta charset="windows-1251"></head><body><p>\xd7\xe8\xf1\xeb\xee 27</p></body></html>',
    )
    expect((await read(html)).text).toBe('Число 27')
  })
})

describe('the text of a PDF', () => {
  it('has the words of a report in their order, paragraphs apart', async () => {
    const pdf = await renderSitrepPdf({ sitrep: makeSampleSitrep(), proof: sampleProof, createdAt: sampleCreatedAt })
    const { text, mediaType, title, language } = await read(pdf)
    expect([mediaType, language]).toEqual(['application/pdf', 'en'])
    expect(title).toContain('Situation report 12')
    expect(text).toMatch(/Situation report 12[\s\S]+Highlights[\s\S]+Key figures[\s\S]+100.417/u)
    expect(text).toContain('\n\nHighlights\n\n')
    expect(text).not.toMatch(/[\u00ad\u200b\u2060\0]/)
  }, 30_000)

  it('has Armenian and Arabic words whole', async () => {
    for (const [language, words] of [
      ['hy', 'ժամանած'],
      ['ar', 'UNHCR'],
    ] as const) {
      const sitrep = makeMultilingualSitrep(language)
      const pdf = await renderSitrepPdf({ sitrep, proof: sampleProof, createdAt: sampleCreatedAt })
      expect((await read(pdf)).text).toContain(words)
    }
  }, 30_000)

  it('joins a word that a line cut in two', async () => {
    const lines =
      'BT /F 12 Tf 14 TL 50 700 Td (In all 12 people were evacu-) Tj T* (ated from the town,) Tj T* (by bus.) Tj 0 -40 Td (Next.) Tj ET'
    expect((await read(makePdf(latin(lines), ''))).text).toBe(
      'In all 12 people were evacuated from the town, by bus.\n\nNext.',
    )
  })

  it('is empty for a scan, which it says', async () => {
    const { text, warnings } = await read(makePdf(latin('0 0 m 10 10 l S'), ''))
    expect(text).toBe('')
    expect(warnings.join(' ')).toMatch(/may be a scan.*holds no text: type the words/)
  })
})

describe('a file that is not read', () => {
  it('is told by its bytes, whatever it is called, and the sentence says what to do', async () => {
    expect(await refusalOf(latin('PK\x03\x04 word/document.xml'))).toMatch(/office program.*Save it as PDF/)
    expect(await refusalOf(latin('\xd0\xcf\x11\xe0'))).toMatch(/older office program/)
    expect(await refusalOf(latin('\x89PNG\r\n\x1a\n'))).toMatch(/picture/)
    expect(await refusalOf(latin('\x7fELF\x02'))).toMatch(/program, not a document/)
    expect(await refusalOf(latin('\0\x01\x02\x03\x04\x05\x06\x07\x08'.repeat(50)))).toMatch(/no text, HTML or PDF/)
    expect(await refusalOf(new Uint8Array())).toMatch(/empty/)
    expect(await refusalOf(latin('%PDF-1.4 and nothing else'))).toMatch(/damaged/)
  })

  it('is one of 100 MB, or one whose text is too long', async () => {
    expect(await refusalOf(new Uint8Array(100 * 1024 * 1024))).toMatch(/100 MB; up to 20 MB/)
    expect(await refusalOf(utf8('word '.repeat(500_000)))).toMatch(/more than 2 million characters/)
  })
})

describe('a hostile file', () => {
  const thread = new DocumentThread({ timeLimit: 3000, heap: 128, memory: 300 })
  const survives = async () => {
    const reading = await readDocumentOn(thread, utf8('The next document is read'))
    expect(reading).toMatchObject({ outcome: 'read', text: 'The next document is read' })
  }

  it('of a million nested tags ends in a refusal or in its words, and the process lives', async () => {
    const reading = await readDocumentOn(thread, utf8(`<html><body>${'<div>'.repeat(1_000_000)}deep`))
    expect(reading.outcome === 'refused' ? reading.reason : reading.text).toMatch(/paste it|deep/)
    await survives()
  }, 20_000)

  it('that unpacks to gigabytes is given up, and the process lives', async () => {
    const gigabyte = deflateSync(deflateSync(Buffer.alloc(1_000_000_000, ' ')))
    const bomb = makePdf(gigabyte, '/Filter[/FlateDecode/FlateDecode]')
    expect(bomb.length).toBeLessThan(100_000)
    const before = process.memoryUsage.rss()
    expect(await refusalOf(bomb, thread)).toMatch(/too much memory|longer than 3 s/)
    expect(process.memoryUsage.rss() - before).toBeLessThan(1_000_000_000)
    await survives()
  }, 60_000)

  it('that fills the heap is given up, and the process lives', async () => {
    const page = `<html><body>${'<i a=1 b=2 c=3></i>'.repeat(900_000)}`
    expect(await refusalOf(utf8(page), thread)).toMatch(/too much memory|longer than 3 s/)
    await survives()
  }, 30_000)
})
