import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { databaseUrl } from '@/config/env'
import { openDatabase } from '@/db/client'
import { readLoadedCrises } from '@/db/repositories/write-crisis'
import { composeSitrep } from '@/domain/sitrep/compose-sitrep'
import { renderEdition } from '@/formats/pdf/render-edition'
import { demoAdministrator, demoAnalyst, demoReviewer } from '@/scripts/demo/demo-people'
import { publishDemoEditions } from '@/scripts/demo/publish-demo-editions'
import { readDataset } from '@/scripts/demo/read-dataset'
import type { Context } from '@/services/context'
import { finishLoading } from '@/services/finish-loading'
import { loadDataset } from '@/services/load-dataset'

/*
 * Loads the demo crises into an empty ledger: npm run db:seed. A crisis is loaded whole or not at all, each of its editions likewise, and
 * what an interrupted run left out, the next one adds. A ledger with other crises, or with the demo loaded, is left as it is.
 */

const demoFolder = fileURLToPath(new URL('./demo', import.meta.url))
const { db, close } = openDatabase(databaseUrl())
try {
  const ctx: Context = { db, actor: demoAdministrator, audience: 'internal', locale: 'en', now: () => new Date() }
  const folders = (await readdir(demoFolder, { withFileTypes: true })).filter((entry) => entry.isDirectory())
  const names = folders.map(({ name }) => name).sort()
  const known = await readLoadedCrises(db)
  const isInterrupted = known.some(({ slug, loadedAt }) => names.includes(slug) && loadedAt === null)
  if (known.length > 0 && !isInterrupted) console.log('    the ledger has its crises already')
  else await loadDemo(ctx, names)
} finally {
  await close()
}

async function loadDemo(ctx: Context, names: string[]) {
  const loaded: string[] = []
  for (const name of names) {
    const dataset = await readDataset(`${demoFolder}/${name}`)
    const { slug, title } = dataset.crisis
    const known = (await readLoadedCrises(ctx.db)).find((crisis) => crisis.slug === slug)
    const crisisId = known?.id ?? (await load(dataset))
    if (known?.loadedAt) continue
    const published = await publishDemoEditions({
      ctx,
      crisisId,
      dataset,
      compose: composeSitrep,
      renderPdf: renderEdition,
    })
    console.log(`    ${title}: ${published} editions published`)
    loaded.push(crisisId)
  }
  // Only when all are there: an unfinished crisis is what tells the next run that this one was interrupted.
  for (const crisis of loaded) await finishLoading({ ctx, input: { crisis } })

  async function load(dataset: Awaited<ReturnType<typeof readDataset>>): Promise<string> {
    const input = { dataset, author: demoAnalyst, approver: demoReviewer }
    const { id, figures } = await loadDataset({ ctx, input })
    console.log(`    ${dataset.crisis.title}: ${figures} figures loaded`)
    return id
  }
}
