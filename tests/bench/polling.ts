import http from 'node:http'
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase } from '@/db/client'
import { everyone } from '@/domain/population/population'
import { makeQuantity } from '@/domain/quantity/quantity'
import type { Actor } from '@/domain/workflow/actor'
import { approveVersions } from '@/services/approve-versions'
import { archiveDocument } from '@/services/archive-document'
import type { Context } from '@/services/context'
import { enterStatement } from '@/services/enter-figures'
import { get } from '@/tests/bench/http-speed'
import { generatedId, generatedScope, sizesOfCrises } from '@/tests/bench/large-crises'
import type { LargeLedger } from '@/tests/bench/large-ledger'
import { milliseconds, percentile, type Result } from '@/tests/bench/measure'
import { startAttestProcess } from '@/tests/support/attest-process'

const readers = 1000
const everySeconds = 30
const people = 5
/** A person reads, types and checks in between. */
const entersEverySeconds = 30
const warmUpSeconds = 10
const seconds = 75
const slug = 'bench-001'

/**
 * A thousand readers with the largest crisis open ask every half minute whether it has changed, as the page does, every tenth of them for its
 * headlines, as programs do; meanwhile five people enter statements there that another approves, through the services on the same database. The
 * time of an ask begins when it was due, so that a stalled server is not let off the asks it held up. Ends by itself.
 */
export async function measurePolling({ url, figures }: LargeLedger): Promise<Result[]> {
  const attest = await startAttestProcess(url)
  const { db, close } = openDatabase(url)
  const agent = new http.Agent({ keepAlive: true, maxSockets: 256 })
  try {
    const until = performance.now() + (warmUpSeconds + seconds) * 1000
    const counted = performance.now() + warmUpSeconds * 1000
    const times: number[] = []
    const errors: string[] = []
    const statuses = new Map<number, number>()

    const read = async (reader: number) => {
      const path = reader % 10 === 0 ? `/headlines?limit=100` : ''
      const address = `${attest.address}/api/v1/crises/${slug}${path}`
      let tag = ''
      const first = performance.now() + (reader / readers) * everySeconds * 1000
      for (let due = first; due < until; due += everySeconds * 1000) {
        await sleep(Math.max(0, due - performance.now()))
        try {
          const answer = await get(agent, address, tag ? { 'if-none-match': tag } : {})
          tag = answer.tag
          if (due < counted) continue
          times.push(performance.now() - due)
          statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
        } catch (error) {
          errors.push(String(error))
        }
      }
    }

    let entered = 0
    const enter = async (person: number) => {
      const first = performance.now() + (person / people) * entersEverySeconds * 1000
      for (let due = first; due < until; due += entersEverySeconds * 1000) {
        await sleep(Math.max(0, due - performance.now()))
        try {
          await enterOne(db, person, 3000 + entered)
          entered += 1
        } catch (error) {
          errors.push(String(error))
        }
      }
    }

    await Promise.all([
      ...Array.from({ length: readers }, (_, reader) => read(reader)),
      ...Array.from({ length: people }, (_, person) => enter(person)),
    ])
    times.sort((a, b) => a - b)
    const p95 = percentile(times, 0.95)
    const told = [...statuses].map(([status, count]) => `${count} answers ${status}`).join(', ')
    if (errors.length > 0) console.log(`  ${errors.slice(0, 3).join('\n  ')}`)
    return [
      {
        what: `${readers.toLocaleString('en')} readers polling while ${people} people enter`,
        at: `every ${everySeconds} s for ${seconds} s, crisis of ${Math.round(figures / 20).toLocaleString('en')}; ${told}; ${entered} statements entered and approved`,
        reach: 'p95 <= 200 ms, 0 errors',
        measured: `p50 ${milliseconds(percentile(times, 0.5))}, p95 ${milliseconds(p95)}, slowest ${milliseconds(times.at(-1) ?? Number.NaN)}, ${errors.length} errors`,
        met: p95 <= 200 && errors.length === 0,
      },
    ]
  } finally {
    agent.destroy()
    await close()
    await attest.end('SIGTERM')
  }
}

const contributor = (person: number): Actor => ({
  id: `bench-person-${person}`,
  name: `Bench person ${person}`,
  roles: [{ role: 'contributor', crisis: null }],
})
const reviewer: Actor = {
  id: 'bench-reviewer',
  name: 'Bench reviewer',
  roles: [{ role: 'reviewer', crisis: null }],
}

/** One document with one statement of one figure, approved by another person. */
async function enterOne(db: Context['db'], person: number, count: number) {
  const as = (actor: Actor): Context => ({ db, actor, audience: 'internal', locale: 'en', now: () => new Date() })
  const size = sizesOfCrises(1_000_000)[0]?.number ?? 1
  const crisis = generatedId('crisis', size, 0)
  const claimant = generatedId('source', size, person)
  const { places, events } = generatedScope(size, 0)
  const now = new Date().toISOString()
  const quote = `the office said that ${count} people were killed`
  const document = await archiveDocument({
    ctx: as(contributor(person)),
    input: {
      crisis,
      publisher: claimant,
      title: `Update of ${now}`,
      url: `https://www.example.org/${person}/${Date.now()}`,
      publishedAt: now,
      publishedPrecision: 'minute',
      language: 'en',
      retrievedAt: now,
      text: `This evening ${quote}, at ${now}.`,
      sensitivity: 'public',
    },
  })
  const statement = await enterStatement({
    ctx: as(contributor(person)),
    input: {
      crisis,
      claimant,
      saidAt: { start: now, end: now, precision: 'minute', stated: true, note: null },
      figures: [
        {
          indicator: 'killed',
          population: everyone,
          places,
          events,
          quantity: makeQuantity('exact', count, null, String(count)),
          unit: 'persons',
          basis: { kind: 'running-total', start: null, end: null, assumed: false },
          asOf: { start: now, end: now, precision: 'minute', stated: true, note: null },
          citations: [{ document: document.id, quote, relation: 'direct' }],
        },
      ],
    },
  })
  await approveVersions({ ctx: as(reviewer), input: { crisis, kind: 'figure', versions: statement.figures } })
}
