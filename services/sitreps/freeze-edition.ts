import type { Transaction } from '@/db/client'
import { loadLogo } from '@/db/repositories/logos'
import { readAuditHead } from '@/db/repositories/read-audit'
import { loadCrisis } from '@/db/repositories/read-crises'
import {
  readSitrep,
  readViewpointBefore,
  writeEdition,
  writeEditionLanguages,
  writeSitrep,
} from '@/db/repositories/write-editions'
import { sha256 } from '@/db/sha256'
import { canonicalJson } from '@/domain/canonical/canonical-json'
import type { Crisis } from '@/domain/crisis/crisis'
import { figureColumns } from '@/domain/export/figure-columns'
import { type ExportTable, makeTable } from '@/domain/export/table'
import type { LedgerSlice } from '@/domain/ledger/ledger-slice'
import type { SitrepRequest } from '@/domain/sitrep/compose-sitrep'
import { type ComposeEdition, figuresIn, type RenderEdition } from '@/domain/sitrep/edition'
import type { Sitrep } from '@/domain/sitrep/sitrep'
import type { Instant } from '@/domain/time/instant'
import type { Locale } from '@/domain/viewpoint/viewpoint'
import type { Context } from '@/services/context'
import { ServiceError } from '@/services/errors'
import { readLedgerSlice } from '@/services/read-ledger-slice'

export interface PublishedEdition {
  sitrep: string
  number: number
  edition: number
  publishedAt: Instant
  contentHash: string
  pdfSha256: string
}

/** What is frozen, and by whom. The first language is the edition's own. */
export interface Freezing {
  crisis: Crisis
  asOf: Instant
  knownAt: Instant
  languages: readonly Locale[]
  authorId: string
  approverId: string
  request: SitrepRequest
  /** Only while a reconstruction is loaded; otherwise the database's clock. */
  publishedAt: Instant | null
  /** The id of the sitrep, where this is its first edition; a new one where left out. */
  sitrepId?: string
}

export interface Renderers {
  compose: ComposeEdition
  renderPdf: RenderEdition
}

/**
 * Composes an edition for the public in each language, sets each as PDF and writes all of it. The caller holds the lock of the crisis, so that
 * nothing becomes known at the viewpoint afterwards.
 * @throws ServiceError `invalid` (prose without citation, a moment to come), `conflict` (another edition is next)
 */
export async function freezeEdition(
  tx: Transaction,
  ctx: Context,
  freezing: Freezing,
  { compose, renderPdf }: Renderers,
): Promise<{ edition: PublishedEdition; rows: unknown }> {
  const { asOf, knownAt, authorId, approverId, request } = freezing
  requirePast(knownAt, ctx)
  // Read anew under the lock: its policy may have changed since.
  const crisis = (await loadCrisis(tx, freezing.crisis.slug)) ?? freezing.crisis
  const known = await readSitrep(tx, crisis.id, request.number)
  requireNext(request, known)
  const before = await readViewpointBefore(tx, crisis.id, request.number)
  const auditHead = (await readAuditHead(tx)).hash
  const setIn = async (locale: Locale) => {
    const sliceAt = (moment: { asOf: Instant; knownAt: Instant }) => publicSlice(tx, ctx, crisis, { ...moment, locale })
    const now = await sliceAt({ asOf, knownAt })
    const content = composeOrRefuse(compose, now, before ? await sliceAt(before) : null, request)
    const contentHash = sha256(canonicalJson(content))
    const logo = await loadLogo(tx, crisis.id, content.template?.logo ?? null)
    const render = async (figures: ExportTable | null) =>
      Buffer.from(await renderPdf(content, { contentHash, auditHead }, { logo, figures }))
    const pdf = await render(null)
    const dataPdf = await render(figureTable(content, now))
    const hashes = { contentHash, pdfSha256: sha256(pdf), dataPdfSha256: sha256(dataPdf) }
    return { now, frozen: { content, pdf, dataPdf, ...hashes } }
  }
  const [language = 'en', ...others] = freezing.languages
  const { now, frozen } = await setIn(language)
  const further: { language: Locale; frozen: typeof frozen }[] = []
  for (const other of others) further.push({ language: other, frozen: (await setIn(other)).frozen })

  const { number, edition, kind } = request
  const sitrepId = known?.id ?? (await writeSitrep(tx, { id: freezing.sitrepId, crisisId: crisis.id, number, kind }))
  const identity = { sitrepId, edition, crisisId: crisis.id }
  await writeEditionLanguages(
    tx,
    further.map((one) => ({ ...identity, language: one.language, ...one.frozen })),
  )
  const row = {
    ...identity,
    ...frozen,
    auditHead,
    revision: crisis.revision,
    asOf,
    knownAt,
    periodFrom: request.period.from,
    periodTo: request.period.to,
    expiresAt: request.expiresAt,
    authorId,
    approverId,
    erratumWhat: request.erratum?.what ?? null,
    erratumWhy: request.erratum?.why ?? null,
  }
  const figures = standingIn(frozen.content, now)
  const publishedAt = await writeEdition(
    tx,
    { ...row, publishedAt: freezing.publishedAt ?? ctx.now().toISOString() },
    figures,
  )
  const { content: _, pdf: __, dataPdf: ___, ...facts } = row
  const { contentHash, pdfSha256 } = frozen
  return {
    edition: { sitrep: sitrepId, number, edition, publishedAt, contentHash, pdfSha256 },
    rows: {
      ...facts,
      publishedAt,
      figures,
      ...(further.length > 0
        ? {
            languages: further.map(({ language, frozen: { pdfSha256, dataPdfSha256 } }) => ({
              language,
              pdfSha256,
              dataPdfSha256,
            })),
          }
        : {}),
    },
  }
}

/** The ledger as an edition tells it: for the public, of one language. */
export function publicSlice(
  db: Context['db'],
  ctx: Context,
  crisis: Crisis,
  { asOf, knownAt, locale }: { asOf: Instant; knownAt: Instant; locale: Locale },
): Promise<LedgerSlice> {
  return readLedgerSlice({ ctx: { ...ctx, db }, crisis, viewpoint: { asOf, knownAt, audience: 'public', locale } })
}

/** The figures whose numbers stand in an edition, a row each, as the lists of figures export them. */
function figureTable(content: Sitrep, now: LedgerSlice): ExportTable {
  const standing = new Set(figuresIn(content))
  const figures = now.figures.filter(({ id }) => standing.has(id)).sort((a, b) => (a.id < b.id ? -1 : 1))
  return makeTable('figures', figureColumns, figures)
}

function standingIn(content: Sitrep, now: LedgerSlice): { id: string; version: number }[] {
  const versions = new Map(now.figures.map(({ id, version }) => [id, version]))
  return figuresIn(content).flatMap((id) => {
    const version = versions.get(id)
    return version === undefined ? [] : [{ id, version }]
  })
}

/** Nothing can be said of what will be known at a moment to come. */
function requirePast(knownAt: Instant, ctx: Context) {
  if (knownAt <= ctx.now().toISOString()) return
  throw new ServiceError('invalid', 'An edition cannot be published for a moment to come.', [
    { pointer: '/knownAt', message: 'Choose a moment that has passed.' },
  ])
}

/** Two people who publish the same edition both ask for its number; the second finds it taken. */
function requireNext(
  request: { number: number; kind: string; edition: number },
  known: Awaited<ReturnType<typeof readSitrep>>,
) {
  const next = (known?.editions ?? 0) + 1
  if (request.edition !== next) {
    throw new ServiceError(
      'conflict',
      `Edition ${next} of sitrep ${request.number} is next: edition ${request.edition} cannot be published.`,
    )
  }
  if (known && known.kind !== request.kind) {
    throw new ServiceError('conflict', `Sitrep ${request.number} is a ${known.kind}, not a ${request.kind}.`)
  }
}

/** Prose that may not be published is the editor's to mend, not a defect. */
function composeOrRefuse(compose: ComposeEdition, ...ground: Parameters<ComposeEdition>): Sitrep {
  try {
    return compose(...ground)
  } catch (error) {
    if (error instanceof RangeError) throw new ServiceError('invalid', error.message)
    throw error
  }
}
