import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenDatabase, openDatabase } from '@/db/client'
import { migrate } from '@/db/migrate'
import { checkAuditChain } from '@/db/repositories/read-audit'
import { sha256 } from '@/db/sha256'
import { canonicalJson } from '@/domain/canonical/canonical-json'
import type { Actor } from '@/domain/workflow/actor'
import { removeHome, startDatabase, stopDatabase, temporaryHome } from '@/scripts/embedded-database.mjs'
import { projectRoot } from '@/scripts/project.mjs'
import { loadDataset } from '@/services/load-dataset'
import { readCrisis } from '@/services/read-crises'
import { approveDraft, requestApproval } from '@/services/sitreps/approve-draft'
import { pressPublish } from '@/services/sitreps/publish-draft'
import { createDraft } from '@/services/sitreps/write-draft'
import { administrator, analyst, editor, reviewer } from '@/tests/support/open-ledger'
import { tinyDataset } from '@/tests/support/tiny-dataset'

const editions = 50
const workers = 3
/** So many people press each edition at once. */
const presses = 4
/** A slow machine is no failure; how long it took is printed. */
const patienceSeconds = 900

const home = temporaryHome()
const second: Actor = { id: 'second', name: 'second', roles: [{ role: 'editor', crisis: null }] }
let url: string
let open: OpenDatabase
let drafts: { draft: string; version: number }[]

const as = (actor: Actor) =>
  ({ db: open.db, actor, audience: 'internal', locale: 'en', now: () => new Date() }) as const

beforeAll(async () => {
  url = (await startDatabase({ home })).url
  await migrate(url)
  open = openDatabase(url)
  const input = { dataset: tinyDataset(), author: analyst, approver: reviewer }
  await loadDataset({ ctx: as(administrator), input })
  const crisis = await readCrisis({ ctx: as(editor), slug: 'tiny' })
  const viewpoint = { asOf: '2023-09-21T20:00:00.000Z', knownAt: '2023-09-21T20:00:00.000Z' }
  drafts = []
  for (let number = 0; number < editions; number++) {
    const input = { kind: 'situation-report', ...viewpoint } as const
    const { id: draft, version } = await createDraft({ ctx: as(editor), crisis, input })
    await requestApproval({ ctx: as(editor), input: { draft, version } })
    await approveDraft({ ctx: as(second), input: { draft, version } })
    drafts.push({ draft, version })
  }
})

afterAll(async () => {
  await open.close()
  await stopDatabase(home)
  removeHome(home)
})

/**
 * Works until `isOver`; killed by `kill -9` again and again, and started anew each time: at some moment of its first edition, or just after it has
 * set the PDF of one, before or while that is kept. Answers how often it was killed.
 */
async function workAndDie(isOver: () => boolean): Promise<number> {
  let kills = 0
  while (!isOver()) {
    const worker: ChildProcess = spawn(process.execPath, ['--import', 'tsx', 'tests/support/publish-worker.ts'], {
      cwd: projectRoot,
      env: { PATH: process.env.PATH, NODE_ENV: 'production', DATABASE_URL: url },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = once(worker, 'exit')
    let said = ''
    worker.stdout?.on('data', (chunk) => {
      said += chunk
    })
    const isEarly = Math.random() < 0.25
    // Each edition is set twice, once with its data inside.
    const sets = 1 + Math.floor(Math.random() * 6)
    const isDue = () => (isEarly ? said !== '' : said.split('set').length > sets)
    while (!isOver() && !isDue()) await sleep(10)
    await sleep(Math.random() * (isEarly ? 1500 : 80))
    if (!isOver()) kills += 1
    worker.kill('SIGKILL')
    await ended
  }
  return kills
}

const countEditions = async () => {
  const [row] =
    await open.sql`select count(*)::int as count from editions where published_at > now() - interval '1 day'`
  return Number(row?.count)
}

test(`${editions} editions pressed by ${presses} people each, under kill -9 of ${workers} workers, are out once and whole`, async () => {
  const began = Date.now()
  let isOver = false
  const dying = Promise.all(Array.from({ length: workers }, () => workAndDie(() => isOver)))
  try {
    for (const input of drafts) {
      const pressed = Array.from({ length: presses }, (_, index) =>
        pressPublish({ ctx: as(index % 2 === 0 ? editor : second), input }),
      )
      await Promise.all(pressed)
      // Never half: what is to be seen of an edition is all of it, at every moment.
      const torn = await open.sql`select d.id from sitrep_drafts d left join editions e on e.sitrep_id = d.id
        where (d.state = 'published') <> (e.pdf is not null)`
      expect([...torn]).toEqual([])
    }
    while ((await countEditions()) < editions) {
      if (Date.now() - began > patienceSeconds * 1000)
        throw new Error(`${await countEditions()} of ${editions} editions are out.`)
      await sleep(100)
    }
  } finally {
    isOver = true
    const kills = (await dying).reduce((sum, count) => sum + count, 0)
    const seconds = ((Date.now() - began) / 1000).toFixed(0)
    console.log(`${await countEditions()} editions out after ${seconds} s and ${kills} kill -9 of workers`)
    expect(kills).toBeGreaterThan(workers)
  }
  const kept = await open.sql`select s.number, e.edition, e.content, e.content_hash, e.pdf, e.pdf_sha256,
      (select count(*)::int from audit_log where action = 'publish-edition' and subject = 'sitrep:' || e.sitrep_id) as acts
    from editions e join sitreps s on s.id = e.sitrep_id where e.published_at > now() - interval '1 day' order by 1`
  expect(kept.map(({ number }) => number)).toEqual([...new Set(kept.map(({ number }) => number))])
  expect(kept).toHaveLength(editions)
  for (const { number, edition, content, content_hash: hash, pdf, pdf_sha256: file, acts } of kept) {
    expect([number, edition, acts]).toEqual([number, 1, 1])
    expect([number, sha256(canonicalJson(content))]).toEqual([number, hash])
    expect([number, sha256(pdf), pdf.subarray(0, 5).toString()]).toEqual([number, file, '%PDF-'])
    expect([number, pdf.subarray(-1024).toString('latin1').includes('%%EOF')]).toEqual([number, true])
  }
  const states = await open.sql`select state, count(*)::int from sitrep_drafts group by 1`
  expect([...states]).toEqual([{ state: 'published', count: editions }])
  expect((await checkAuditChain(open.db)).broken).toBeNull()
})
