import { openDatabase } from '@/db/client'
import { type Actor, type Role, roles } from '@/domain/workflow/actor'
import { readDataset } from '@/scripts/demo/read-dataset'
import type { Context } from '@/services/context'
import { loadDataset } from '@/services/load-dataset'
import { createTestDatabase } from '@/tests/support/database'
import { tinyDataset } from '@/tests/support/tiny-dataset'

const person = (name: string, held: readonly Role[] = []): Actor => ({
  id: name,
  name,
  roles: held.map((role) => ({ role, crisis: null })),
})

/** An analyst enters, a reviewer approves; the administrator may do all. */
export const analyst = person('analyst', ['contributor'])
export const reviewer = person('reviewer', ['reviewer'])
export const editor = person('editor', ['editor'])
export const administrator = person('administrator', roles)

/** A migrated ledger of its own, with contexts for whoever acts. `close` drops it. */
export async function openLedger() {
  const { url, drop } = await createTestDatabase()
  const { db, sql, close } = openDatabase(url)
  const as = (actor: Actor | null): Context => ({
    db,
    actor,
    audience: 'internal',
    locale: 'en',
    now: () => new Date(),
  })
  return {
    url,
    db,
    sql,
    as,
    /** Loads the tiny crisis; answers its id. */
    loadTiny: async (change: Parameters<typeof tinyDataset>[0] = {}) => {
      const input = { dataset: tinyDataset(change), author: analyst, approver: reviewer }
      return (await loadDataset({ ctx: as(administrator), input })).id
    },
    /** Loads a crisis of the demo by its folder, which is its slug; answers its id. */
    loadDemo: async (slug: string) => {
      const input = { dataset: await readDataset(`scripts/demo/${slug}`), author: analyst, approver: reviewer }
      return (await loadDataset({ ctx: as(administrator), input })).id
    },
    close: async () => {
      await close()
      await drop()
    },
  }
}
export type OpenLedger = Awaited<ReturnType<typeof openLedger>>
