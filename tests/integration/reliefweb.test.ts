import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import Ajv2020 from 'ajv/dist/2020'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { sha256 } from '@/db/sha256'
import { asBody, asLine, composeReliefWebReport, describeFile, type ReliefWebReport } from '@/domain/reliefweb/report'
import { uuidFive } from '@/services/sitreps/package-for-reliefweb'
import { makeMultilingualSitrep } from '@/tests/support/multilingual-sitrep'
import { type OpenLedger, openLedger } from '@/tests/support/open-ledger'
import { publishTiny } from '@/tests/support/publish-tiny'
import { readStoredZip } from '@/tests/support/read-stored-zip'
import { makeSampleSitrep } from '@/tests/support/sample-sitrep'
import { type ApiPerson, sendToApi, signInToApi } from '@/tests/support/sign-in-to-api'

const schemaFile = path.resolve('..', 'shared', 'data', 'reliefweb', 'rw-post-api-schema-v2-report.json')
const hasSchema = existsSync(schemaFile)
const settings = { source: [1503], country: [13, 14], disaster: [], disasterType: [], theme: [4587] }
const namespace = '8e27a998-c362-5d1f-b152-d474e1d36af2'

/** What the schema of July 2024 asks that a report could miss, for where the schema itself is not at hand. */
function expectFacts(report: ReliefWebReport) {
  expect(Object.keys(report)).toEqual(
    expect.arrayContaining(['url', 'uuid', 'title', 'source', 'country', 'format', 'language', 'published', 'body']),
  )
  expect(report.uuid).toBe(uuidFive(namespace, report.url))
  const line = /^(?![ ])(?:[^\p{Z}\p{C}]|[ ](?![ ]))+(?<![ ])$/u
  for (const text of [report.title, ...report.file.flatMap(({ filename, description }) => [filename, description])]) {
    expect(text).toMatch(line)
    expect(text.length).toBeLessThanOrEqual(255)
  }
  expect(report.title.length).toBeGreaterThanOrEqual(10)
  expect(report.body).toMatch(/^(?:[^\p{Z}\p{C}]|[ \n])+$/u)
  expect(report.body).not.toMatch(/^[ \n]|[ \n]$|[ ]{2,}[^ \n]/)
  expect(report.body.length).toBeLessThanOrEqual(100_000)
  expect(report.format).toEqual([10])
  for (const ids of [report.source, report.country, report.language]) expect(ids.length).toBeGreaterThan(0)
  for (const file of report.file) {
    expect(file.url).toMatch(/\.pdf$/)
    expect(file.filename).toMatch(/^[^<>:"/\\|?*]+$/)
    expect(file.checksum).toMatch(/^[0-9a-f]{64}$/)
    expect(file.uuid).toBe(uuidFive(report.uuid, file.url))
    expect([undefined, 'ar', 'en', 'es', 'fr', 'ru']).toContain(file.language)
  }
}

function expectValid(report: ReliefWebReport) {
  expectFacts(report)
  if (!hasSchema) return
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true })
  const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')))
  expect([validate(report), validate.errors]).toEqual([true, null])
}

test('an id is made of an address as ReliefWeb makes it', () => {
  expect(uuidFive(namespace, 'https://test.test/test/report')).toBe('22ce51c2-d7ed-59b2-b71a-23fb56685df9')
  expect(uuidFive('22ce51c2-d7ed-59b2-b71a-23fb56685df9', 'https://test.test/test1.pdf')).toBe(
    'a08d95bd-d973-5b12-8d5b-81188cff7e37',
  )
})

test.each([makeSampleSitrep(), makeMultilingualSitrep('hy'), makeMultilingualSitrep('ar')])(
  'a report in $language is valid',
  (content) => {
    const url = 'https://figures.example.org/crises/a/sitreps/12?edition=1'
    const uuid = uuidFive(namespace, url)
    const fileUrl = 'https://figures.example.org/a.pdf'
    const file = { url: fileUrl, uuid: uuidFive(uuid, fileUrl), filename: 'a.pdf', checksum: 'a'.repeat(64) }
    expectValid(
      composeReliefWebReport({
        content,
        publishedAt: '2023-09-30T20:00:00.000Z',
        languages: [content.language],
        settings,
        url,
        uuid,
        files: [{ ...file, ...describeFile(content.title, content.language) }],
      }),
    )
  },
)

test('what a schema of one line allows is kept, and no more', () => {
  expect(asLine(' 100\u202f417  arrived\u00a0in\u2066 Goris\u2069\u0007 ')).toBe('100 417 arrived in Goris')
  expect(asBody('Highlights\n• 5 * 3 <b>\n\n\n  – [1]\n')).toBe('Highlights\n- 5 \\* 3 \\<b\\>\n\n– \\[1\\]')
})

describe('the package of an edition', () => {
  let ledger: OpenLedger
  let editor: ApiPerson
  let number: number

  beforeAll(async () => {
    ledger = await openLedger()
    vi.stubEnv('DATABASE_URL', ledger.url)
    vi.stubEnv('ATTEST_URL', 'https://figures.example.org')
    const crisis = await ledger.loadTiny()
    editor = await signInToApi(ledger.db, 'editor', [
      { role: 'editor', crisis },
      { role: 'administrator', crisis },
    ])
    number = (await publishTiny(ledger, { change: { languages: ['en', 'hy'] } })).number
  })
  afterAll(async () => {
    const { ledgerConnection } = await import('@/services/ledger-connection')
    await ledgerConnection().close()
    vi.unstubAllEnvs()
    await ledger.close()
  })

  const ask = async () => {
    const { askApi } = await import('@/tests/support/ask-api')
    return await askApi(`/crises/tiny/sitreps/${number}/reliefweb`, editor.headers)
  }

  test('asks for the terms it is posted under first, which an administrator sets', async () => {
    const refused = await ask()
    expect([refused.status, (await refused.json()).detail]).toEqual([409, expect.stringContaining('ReliefWeb ids')])
    const [crisis] = await ledger.sql`select version from crises where slug = 'tiny'`
    const headers = { 'if-match': `"${crisis?.version}"` }
    const body = { reliefWeb: settings, reason: 'We post there.' }
    const sent = await sendToApi(editor, { method: 'PATCH', address: '/crises/tiny', body, headers })
    expect(sent.status).toBe(200)
  })

  test('holds a valid report and its PDFs, under addresses that lead to the same bytes', async () => {
    const response = await ask()
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/zip'])
    const files = readStoredZip(Buffer.from(await response.arrayBuffer()))
    const report: ReliefWebReport = JSON.parse(String(files.get('report.json')))
    expectValid(report)
    expect(report).toMatchObject({
      url: `https://figures.example.org/crises/tiny/sitreps/${number}?edition=1`,
      source: [1503],
      country: [13, 14],
      theme: [4587],
    })
    expect(report.file.length).toBeGreaterThan(0)
    for (const file of report.file) {
      const packed = files.get(file.filename)
      expect(packed && sha256(packed)).toBe(file.checksum)
      const { GET } = await import('@/app/crises/[crisis]/sitreps/[number]/[file]/route')
      const last = file.url.split('/').at(-1) ?? ''
      const params = Promise.resolve({ crisis: 'tiny', number: String(number), file: last })
      const served = await GET(new Request(file.url), { params })
      expect(served.status).toBe(200)
      expect(sha256(new Uint8Array(await served.arrayBuffer()))).toBe(file.checksum)
    }
  })

  test.each(['edition-1-ru.pdf', 'edition-9-en.pdf', 'edition-1-en.txt', 'x'])('there is no file %s', async (file) => {
    const { GET } = await import('@/app/crises/[crisis]/sitreps/[number]/[file]/route')
    const params = Promise.resolve({ crisis: 'tiny', number: String(number), file })
    expect((await GET(new Request('http://localhost/'), { params })).status).toBe(404)
  })
})
