import type { z } from 'zod'
import { readAuditHead } from '@/db/repositories/read-audit'
import { loadCrisis } from '@/db/repositories/read-crises'
import { beginLoading } from '@/db/repositories/write-crisis'
import { readSitrep, readViewpointBefore, writeEdition, writeSitrep } from '@/db/repositories/write-editions'
import { writePeople } from '@/db/repositories/write-people'
import { sha256 } from '@/db/sha256'
import { canonicalJson } from '@/domain/canonical/canonical-json'
import { type ComposeEdition, figuresIn, type RenderEdition } from '@/domain/sitrep/edition'
import { editionRequestSchema } from '@/domain/sitrep/edition-request'
import type { Sitrep } from '@/domain/sitrep/sitrep'
import type { Instant } from '@/domain/time/instant'
import type { Viewpoint } from '@/domain/viewpoint/viewpoint'
import type { Context } from '@/services/context'
import { ServiceError } from '@/services/errors'
import { parseInput } from '@/services/parse-input'
import { readLedgerSlice } from '@/services/read-ledger-slice'
import { requireRole } from '@/services/require-role'
import { runUseCase } from '@/services/run-use-case'

export interface PublishedEdition {
  sitrep: string
  number: number
  edition: number
  publishedAt: Instant
  contentHash: string
  pdfSha256: string
}

/**
 * Composes an edition for the public, sets it as PDF and freezes both. The crisis is locked meanwhile, so that nothing becomes known at
 * the viewpoint afterwards; of two that publish the same edition at once, one is refused. Its proof names the audit head before it.
 * @throws ServiceError `forbidden`, `not-found`, `invalid` (prose without citation, a moment to come, author and approver the same),
 * `conflict` (the edition exists)
 */
export async function publishEdition({
  ctx,
  input,
  compose,
  renderPdf,
}: {
  ctx: Context
  input: z.input<typeof editionRequestSchema>
  compose: ComposeEdition
  renderPdf: RenderEdition
}): Promise<PublishedEdition> {
  const asked = await loadCrisis(ctx.db, input.crisis)
  const actor = requireRole(ctx, asked?.id ?? null, 'editor')
  if (!asked) throw new ServiceError('not-found', `There is no crisis "${input.crisis}".`)
  const { author, request, publishedAt, ...viewpoint } = parseInput(editionRequestSchema, input)
  requirePast(viewpoint.knownAt, ctx)
  return await runUseCase({ ctx, actor, action: 'publish-edition', crisis: asked.id }, async (tx) => {
    // Read anew under the lock: its policy may have changed since.
    const crisis = (await loadCrisis(tx, asked.slug)) ?? asked
    await writePeople(tx, [author])
    if (publishedAt !== null) await beginLoading(tx, crisis.id)
    const known = await readSitrep(tx, crisis.id, request.number)
    requireNext(request, known)
    const before = await readViewpointBefore(tx, crisis.id, request.number)
    const sliceAt = ({ asOf, knownAt }: Pick<Viewpoint, 'asOf' | 'knownAt'>) =>
      readLedgerSlice({
        ctx: { ...ctx, db: tx },
        crisis,
        viewpoint: { asOf, knownAt, audience: 'public', locale: viewpoint.locale },
      })
    const now = await sliceAt(viewpoint)
    const content = composeOrRefuse(compose, now, before ? await sliceAt(before) : null, request)
    const proof = { contentHash: sha256(canonicalJson(content)), auditHead: (await readAuditHead(tx)).hash }
    const pdf = Buffer.from(await renderPdf(content, proof))
    const sitrepId =
      known?.id ?? (await writeSitrep(tx, { crisisId: crisis.id, number: request.number, kind: request.kind }))
    const versions = new Map(now.figures.map(({ id, version }) => [id, version]))
    const row = {
      sitrepId,
      edition: request.edition,
      crisisId: crisis.id,
      content,
      ...proof,
      pdf,
      pdfSha256: sha256(pdf),
      revision: crisis.revision,
      asOf: viewpoint.asOf,
      knownAt: viewpoint.knownAt,
      periodFrom: request.period.from,
      periodTo: request.period.to,
      expiresAt: request.expiresAt,
      authorId: author.id,
      approverId: actor.id,
      erratumWhat: request.erratum?.what ?? null,
      erratumWhy: request.erratum?.why ?? null,
    }
    const figures = figuresIn(content).flatMap((id) => {
      const version = versions.get(id)
      return version === undefined ? [] : [{ id, version }]
    })
    const at = await writeEdition(tx, { ...row, publishedAt: publishedAt ?? ctx.now().toISOString() }, figures)
    const { content: _, pdf: __, ...facts } = row
    const { number, edition } = request
    return {
      result: {
        sitrep: sitrepId,
        number,
        edition,
        publishedAt: at,
        contentHash: row.contentHash,
        pdfSha256: row.pdfSha256,
      },
      subject: `sitrep:${sitrepId}`,
      details: { number, edition, contentHash: row.contentHash, pdfSha256: row.pdfSha256, author: author.name },
      rows: { ...facts, publishedAt: at, figures },
    }
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
