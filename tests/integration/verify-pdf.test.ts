import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { sha256 } from '@/db/sha256'
import { composeSitrep } from '@/domain/sitrep/compose-sitrep'
import { readDocument } from '@/formats/document/read-document'
import { renderEdition } from '@/formats/pdf/render-edition'
import { verifyPdf } from '@/services/verify-pdf'
import { type OpenLedger, openLedger } from '@/tests/support/open-ledger'
import { publishTiny } from '@/tests/support/publish-tiny'

vi.mock('next/headers', () => ({ headers: async () => new Headers({ host: 'localhost' }) }))

let ledger: OpenLedger
let files: { en: Buffer; ru: Buffer; erratum: Buffer }

beforeAll(async () => {
  ledger = await openLedger()
  vi.stubEnv('DATABASE_URL', ledger.url)
  await ledger.loadTiny()
  const renderers = { compose: composeSitrep, renderPdf: renderEdition }
  const { number } = await publishTiny(ledger, { change: { languages: ['en', 'ru'] }, renderers })
  await publishTiny(ledger, { mends: number, renderers })
  const kept =
    await ledger.sql`select edition, pdf from editions where published_at > now() - interval '1 hour' order by 1`
  const [further] = await ledger.sql`select pdf from edition_languages`
  files = { en: kept[0]?.pdf, erratum: kept[1]?.pdf, ru: further?.pdf }
}, 120_000)

afterAll(async () => {
  const { ledgerConnection } = await import('@/services/ledger-connection')
  await ledgerConnection().close()
  await ledger.close()
  vi.unstubAllEnvs()
})

const readText = async (bytes: Uint8Array) => {
  const read = await readDocument(bytes)
  return read.outcome === 'read' ? read.text : null
}
const verify = (pdf: Uint8Array) => verifyPdf({ ctx: ledger.as(null), pdf, readText })

describe('a file', () => {
  test('that is an edition is known with its crisis, number, language and what supersedes it', async () => {
    expect(await verify(files.en)).toMatchObject({
      verdict: 'published',
      edition: { crisis: { slug: 'tiny' }, edition: 1, language: 'en', supersededBy: 2 },
    })
    expect(await verify(files.ru)).toMatchObject({ verdict: 'published', edition: { language: 'ru', supersededBy: 2 } })
    expect(await verify(files.erratum)).toMatchObject({
      verdict: 'published',
      edition: { edition: 2, supersededBy: null },
    })
  })

  test('with one byte changed is not ours, and is told to claim the edition whose content it names', async () => {
    for (const language of ['en', 'ru'] as const) {
      const changed = Buffer.from(files[language])
      changed[changed.length - 10] = (changed[changed.length - 10] ?? 0) ^ 1
      expect(await verify(changed)).toMatchObject({ verdict: 'differs', claims: [{ edition: 1, language }] })
    }
  })

  test('that was broken by the change is not ours either', async () => {
    const broken = Buffer.concat([files.en.subarray(0, 200), randomBytes(200)])
    expect(await verify(broken)).toEqual({ verdict: 'unknown', sha256: sha256(broken), isReadable: false })
  })

  test('that is no PDF is refused with a sentence', async () => {
    await expect(verify(Buffer.from('Just text'))).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe('over HTTP', () => {
  const post = async (body: BodyInit, headers: Record<string, string> = {}) => {
    const { POST } = await import('@/app/api/verify/route')
    return await POST(new Request('http://localhost/api/verify', { method: 'POST', body, headers }))
  }
  const form = (bytes: Uint8Array) => {
    const sent = new FormData()
    sent.set('file', new File([new Uint8Array(bytes)], 'report.pdf', { type: 'application/pdf' }))
    return sent
  }

  test('a form is led back to the page with hashes alone', async () => {
    const ours = await post(form(files.en))
    expect([ours.status, ours.headers.get('location')]).toEqual([303, `/verify?sha256=${sha256(files.en)}`])
    const changed = Buffer.concat([files.en, Buffer.from('\n')])
    const [row] = await ledger.sql`select content_hash from editions where pdf_sha256 = ${sha256(files.en)}`
    expect((await post(form(changed))).headers.get('location')).toBe(
      `/verify?sha256=${sha256(changed)}&names=${row?.content_hash}`,
    )
    expect((await post(form(Buffer.from('text')))).headers.get('location')).toBe('/verify?trouble=invalid')
    expect((await post(new FormData())).headers.get('location')).toBe('/verify?trouble=invalid')
  })

  test('a program is answered in JSON', async () => {
    const type = { 'content-type': 'application/pdf' }
    expect(await (await post(new Uint8Array(files.ru), type)).json()).toMatchObject({ verdict: 'published' })
    expect((await post('text', type)).status).toBe(422)
    const { GET } = await import('@/app/api/verify/route')
    const ask = (query: string) => GET(new Request(`http://localhost/api/verify${query}`))
    expect(await (await ask(`?sha256=${sha256(files.ru)}`)).json()).toMatchObject({ verdict: 'published' })
    expect((await ask('?sha256=1')).status).toBe(400)
  })

  test('what is too large is refused, and so is the one too many', async () => {
    const large = new Uint8Array(20 * 1024 * 1024 + 1)
    expect((await post(form(large))).headers.get('location')).toBe('/verify?trouble=too-large')
    expect((await post(large, { 'content-type': 'application/pdf' })).status).toBe(413)
    const from = { 'x-attest-client': '192.0.2.7', 'content-type': 'application/pdf' }
    const answers = []
    for (let tries = 0; tries < 31; tries++) answers.push((await post('text', from)).status)
    expect([answers[0], answers.at(-1)]).toEqual([422, 429])
  })

  test('nothing of a file is kept', async () => {
    const rows = await ledger.sql`select key from rate_limits where key like '%verify%'`
    expect(rows.map(({ key }) => key).join()).not.toMatch(/[0-9a-f]{64}/)
  })
})

test('the command line says the same, and by its exit code', async () => {
  const { mkdtemp, rm, writeFile } = await import('node:fs/promises')
  const { tmpdir } = await import('node:os')
  const folder = await mkdtemp(`${tmpdir()}/attest-verify-`)
  const run = async (name: string, bytes: Uint8Array) => {
    await writeFile(`${folder}/${name}`, bytes)
    const env = { PATH: process.env.PATH, NODE_ENV: 'test', DATABASE_URL: ledger.url, INIT_CWD: folder } as const
    const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/sitrep-verify.ts', name], { env })
    const [code, output] = await Promise.all([
      once(child, 'close').then(([code]) => Number(code)),
      Promise.all([text(child.stdout), text(child.stderr)]).then((said) => said.join('')),
    ])
    return { code, output }
  }
  const ours = await run('ours.pdf', files.en)
  expect(ours).toMatchObject({ code: 0, output: expect.stringContaining('superseded by edition 2') })
  const changed = await run('changed.pdf', Buffer.concat([files.en, Buffer.from('\n')]))
  expect(changed).toMatchObject({ code: 1, output: expect.stringContaining('It claims to be, and differs from') })
  await rm(folder, { recursive: true })
}, 60_000)
