import postgres, { type Sql } from 'postgres'
import { migrate } from '@/db/migrate'
import { homeOf, startDatabase, stopDatabase } from '@/scripts/embedded-database.mjs'
import { createTools, dropTools, fillCrisis } from '@/tests/bench/fill-crisis'
import { sizesOfCrises } from '@/tests/bench/large-crises'

export interface LargeLedger {
  url: string
  figures: number
  version: string
  close: () => Promise<void>
}

/**
 * The database of generated crises, in a home of its own that is kept between runs; made at the first time, which takes some minutes, and
 * again where another number of figures is asked for or the schema has moved on.
 */
export async function openLargeLedger(figures: number): Promise<LargeLedger> {
  const home = homeOf('bench')
  const server = await startDatabase({ home })
  const close = () => stopDatabase(home)
  try {
    const name = `attest_bench_${figures}`
    const address = new URL(server.url)
    address.pathname = `/${name}`
    const url = address.href
    const admin = postgres(server.url, { max: 1, onnotice: () => {} })
    try {
      const [made] =
        await admin`select shobj_description(oid, 'pg_database') as words from pg_database where datname = ${name}`
      if (made?.words === 'whole') await migrate(url)
      else await generate(admin, { name, url, figures })
      const [{ version } = { version: '' }] = await admin<
        { version: string }[]
      >`select current_setting('server_version') as version`
      return { url, figures, version: version.split(' ')[0] ?? version, close }
    } finally {
      await admin.end()
    }
  } catch (error) {
    await close()
    throw error
  }
}

async function generate(admin: Sql, { name, url, figures }: { name: string; url: string; figures: number }) {
  await admin.unsafe(`drop database if exists ${name} with (force)`)
  await admin.unsafe(`create database ${name} template template0 encoding 'UTF8'`)
  await migrate(url)
  const sizes = sizesOfCrises(figures)
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    console.log(`Making ${figures.toLocaleString('en')} figures in ${sizes.length} crises; this is done once.`)
    // Rules that look at each row are left out while the mass is made, and asked of the whole afterwards.
    await sql`set session_replication_role = replica`
    await sql`set synchronous_commit = off`
    await createTools(sql)
    let made = 0
    for (const size of sizes) {
      await sql`begin`
      await fillCrisis(sql, size)
      await sql`commit`
      made += size.figures
      if (size.number === 1 || size.number % 20 === 0) {
        console.log(`  ${size.number} crises, ${made.toLocaleString('en')} figures`)
      }
    }
    await dropTools(sql)
    await sql`set session_replication_role = origin`
    await requireWhole(sql, figures)
    await sql`vacuum analyze`
    await admin.unsafe(`comment on database ${name} is 'whole'`)
  } finally {
    await sql.end()
  }
}

/** The rules that were left out, asked of all rows at once. */
async function requireWhole(sql: Sql, figures: number) {
  const breaches: Record<string, string> = {
    'figures without a version': `select count(*) from figures f where not exists (select from figure_versions v where v.figure_id = f.id)`,
    'versions without a citation': `select count(*) from figure_versions v where not exists (
      select from citations c where c.figure_id = v.figure_id and c.version = v.version)`,
    'citations without a document': `select count(*) from citations c where not exists (select from documents d where d.id = c.document_id)`,
    'figures without a statement of their claimant': `select count(*) from figures f where not exists (
      select from statements s where s.id = f.statement_id and s.claimant_id = f.claimant_id)`,
    'versions without a scope': `select count(*) from figure_versions v where not exists (select from scopes s where s.id = v.scope_id and s.crisis_id = v.crisis_id)`,
    'corrections without a successor': `select count(*) from figure_versions v where closed_by = 'corrected' and not exists (
      select from figure_versions n where n.figure_id = v.figure_id and n.known_from = v.known_to)`,
    'parts of nothing': `select count(*) from figure_versions v where part_of is not null and not exists (select from figures f where f.id = v.part_of)`,
    'figures missing or too many': `select abs(${figures} - count(*)) from figures`,
  }
  for (const [what, query] of Object.entries(breaches)) {
    const [row] = await sql.unsafe(query)
    const count = Number(Object.values(row ?? {})[0])
    if (count > 0) throw new Error(`The generated ledger has ${count} ${what}.`)
  }
}
