import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readDocument } from '@/formats/document/read-document'
import { archiveDocument } from '@/services/archive-document'
import { findSameDocuments } from '@/services/find-same-documents'
import { readUpload } from '@/services/read-upload'
import { analyst, type OpenLedger, openLedger, reviewer } from '@/tests/support/open-ledger'

let ledger: OpenLedger
let crisis: string
let publisher: string

beforeAll(async () => {
  ledger = await openLedger()
  crisis = await ledger.loadTiny()
  const [source] = await ledger.sql`select id from sources where key = 'ministry'`
  publisher = source?.id
})
afterAll(() => ledger.close())

type Input = Parameters<typeof archiveDocument>[0]['input']
const archive = (change: Partial<Input> = {}, ctx = ledger.as(analyst)) =>
  archiveDocument({
    ctx,
    input: {
      crisis,
      publisher,
      title: 'Statement',
      url: null,
      publishedAt: '2023-09-28T14:00:00Z',
      publishedPrecision: 'minute',
      language: 'en',
      text: null,
      ...change,
    },
  })
const find = (input: Partial<Parameters<typeof findSameDocuments>[0]['input']>, ctx = ledger.as(analyst)) =>
  findSameDocuments({ ctx, input: { crisis, ...input } })
const utf8 = (text: string) => new TextEncoder().encode(text)
const hashOf = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')

describe('an archived document', () => {
  it('keeps its bytes, media type and text, and is hashed by its bytes', async () => {
    const bytes = utf8('<p>At least two were killed.</p>')
    const { id, sha256 } = await archive({ bytes, mediaType: 'text/html', text: 'At least two were killed.' })
    expect(sha256).toBe(hashOf(bytes))
    const [row] =
      await ledger.sql`select bytes, media_type, text, sha256, sensitivity, full_text from documents where id = ${id}`
    expect(row).toMatchObject({
      media_type: 'text/html',
      text: 'At least two were killed.',
      sha256,
      sensitivity: 'public',
      full_text: 'partners',
    })
    expect(new Uint8Array(row?.bytes)).toEqual(bytes)
  })

  it('without bytes is hashed by its text as it is archived', async () => {
    const { sha256 } = await archive({ text: '\ufeffA cafe\u0301\r\nwas hit.\0' })
    expect(sha256).toBe(hashOf('A café\nwas hit.'))
  })

  it('was not published after it was retrieved', async () => {
    const sameDay = await archive({
      publishedAt: '2023-09-28T20:00:00Z',
      publishedPrecision: 'day',
      retrievedAt: '2023-09-28T12:00:00Z',
    })
    const [row] = await ledger.sql`select published_at from documents where id = ${sameDay.id}`
    expect(new Date(row?.published_at).toISOString()).toBe('2023-09-28T12:00:00.000Z')
    await expect(archive({ retrievedAt: '2023-09-28T12:00:00Z' })).rejects.toMatchObject({
      code: 'invalid',
      errors: [{ pointer: '/publishedAt' }],
    })
  })

  it('names what is wrong with it', async () => {
    await expect(archive({ publisher: 'nobody' })).rejects.toMatchObject({ errors: [{ pointer: '/publisher' }] })
    await expect(archive({ bytes: utf8('x') })).rejects.toMatchObject({ errors: [{ pointer: '/mediaType' }] })
    await expect(archive({ publishedPrecision: null })).rejects.toMatchObject({
      errors: [{ pointer: '/publishedPrecision' }],
    })
    await expect(archive({ url: 'javascript:alert(1)' })).rejects.toMatchObject({ errors: [{ pointer: '/url' }] })
  })

  it('is entered by a contributor alone', async () => {
    await expect(archive({}, ledger.as(reviewer))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(find({ url: 'https://a.example' }, ledger.as(reviewer))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(find({ url: 'https://a.example' }, ledger.as(null))).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('a document that is there already', () => {
  it('is found by its bytes, their hash, its text and its address, before it is saved again', async () => {
    const bytes = utf8('%PDF-1.7 of the same bulletin')
    const first = await archive({
      title: 'Bulletin 4',
      url: 'https://ministry.example/bulletins/4/',
      bytes,
      mediaType: 'application/pdf',
      text: 'Bulletin four of the ministry',
    })
    const found = { id: first.id, title: 'Bulletin 4', sha256: hashOf(bytes) }
    expect(await find({ bytes })).toEqual([expect.objectContaining({ ...found, same: ['content'] })])
    expect(await find({ sha256: hashOf(bytes) })).toMatchObject([{ ...found, same: ['content'] }])
    expect(await find({ text: 'Bulletin four of the ministry' })).toMatchObject([{ ...found, same: ['content'] }])
    expect(await find({ url: 'HTTPS://Ministry.example/bulletins/4?utm_source=x#top' })).toMatchObject([
      { ...found, same: ['address'] },
    ])
    expect(await find({ url: 'https://ministry.example/bulletins/5' })).toEqual([])
    expect(await find({})).toEqual([])
  })

  it('may be saved again, and the answer says of what it is a copy', async () => {
    const copy = { text: 'The same post, word for word', url: 'https://ministry.example/post/9' }
    const first = await archive(copy)
    const second = await archive(copy)
    expect(first.duplicates).toEqual([])
    expect(second.id).not.toBe(first.id)
    expect(second.duplicates).toMatchObject([{ id: first.id, same: ['content', 'address'] }])
  })

  it('is not told of to whoever may not know of it', async () => {
    const text = 'For the office alone'
    await archive({ text, sensitivity: 'internal' })
    expect(await find({ text })).toHaveLength(1)
    expect(await find({ text }, { ...ledger.as(analyst), audience: 'partners' })).toEqual([])
  })
})

describe('an uploaded file', () => {
  const upload = (bytes: Uint8Array, ctx = ledger.as(analyst)) =>
    readUpload({ ctx, input: { crisis, bytes }, read: readDocument })

  it('comes back as text with its hash and the documents that are the same, and is not archived yet', async () => {
    const bytes = utf8('<html><body><p>Nobody had uploaded this page before.</p></body></html>')
    const first = await upload(bytes)
    expect(first).toMatchObject({
      mediaType: 'text/html',
      text: 'Nobody had uploaded this page before.',
      duplicates: [],
    })
    const { id, sha256 } = await archive({ bytes, mediaType: first.mediaType, text: first.text })
    expect(first.sha256).toBe(sha256)
    expect((await upload(bytes)).duplicates).toMatchObject([{ id, same: ['content'] }])
  })

  it('that is no document is refused with the sentence at its field', async () => {
    await expect(upload(utf8('PK\u0003\u0004 a workbook'))).rejects.toMatchObject({
      code: 'invalid',
      errors: [{ pointer: '/bytes', message: expect.stringContaining('Save it as PDF') }],
    })
  })

  it('is not even looked at for who may not enter', async () => {
    await expect(upload(utf8('PK\u0003\u0004'), ledger.as(reviewer))).rejects.toMatchObject({ code: 'forbidden' })
  })
})
