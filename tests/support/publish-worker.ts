import { setTimeout as sleep } from 'node:timers/promises'
import { databaseUrl } from '@/config/env'
import { openDatabase } from '@/db/client'
import { composeSitrep } from '@/domain/sitrep/compose-sitrep'
import { renderEdition } from '@/formats/pdf/render-edition'
import { finishAllPublishing } from '@/services/sitreps/publish-draft'

/*
 * node --import tsx tests/support/publish-worker.ts: does, again and again until it is killed, what the job that finishes publishing does each
 * minute, as a server's worker would on this database. Says when it begins, and when a PDF is set, which is not kept yet.
 */
const { db } = openDatabase(databaseUrl(), { connections: 2 })
const renderPdf: typeof renderEdition = async (...edition) => {
  const pdf = await renderEdition(...edition)
  console.log('set')
  return pdf
}
const renderers = { compose: composeSitrep, renderPdf }
console.log('works')
for (;;) {
  const ctx = { db, actor: null, audience: 'public', locale: 'en', now: () => new Date() } as const
  await finishAllPublishing({ ctx, ...renderers }).catch((error: unknown) => console.error(error))
  await sleep(50)
}
