import { findEditionsByHash } from '@/db/repositories/find-editions'
import { sha256 } from '@/db/sha256'
import { hashesIn, type RecognisedEdition, type Verification } from '@/domain/sitrep/verification'
import { countTries, triesOf } from '@/services/accounts/count-tries'
import { asServiceErrors } from '@/services/as-service-errors'
import type { Context } from '@/services/context'
import { ServiceError } from '@/services/errors'

/** The text of a PDF, null where it cannot be read. */
export type ReadText = (pdf: Uint8Array) => Promise<string | null>

/** A larger file is no edition of ours. */
export const mostVerifiedBytes = 20 * 1024 * 1024

/**
 * Whether a PDF is, byte for byte, an edition we published, in whatever language, and which; else which editions it names the content of.
 * Editions are public, whoever asks. Nothing of the file is kept.
 * @throws ServiceError `invalid` (no PDF)
 */
export async function verifyPdf({
  ctx,
  pdf,
  readText,
}: {
  ctx: Context
  pdf: Uint8Array
  readText: ReadText
}): Promise<Verification> {
  const hash = sha256(pdf)
  const known = await verifyHash({ ctx, sha256: hash })
  if (known.verdict === 'published') return known
  if (!Buffer.from(pdf.subarray(0, 1024)).includes('%PDF-')) {
    throw new ServiceError('invalid', 'This file is no PDF. Choose the PDF of a situation report.')
  }
  const text = await readText(pdf)
  if (text === null) return { verdict: 'unknown', sha256: hash, isReadable: false }
  const claims = await findBy(ctx, 'content', hashesIn(text))
  return claims.length > 0
    ? { verdict: 'differs', sha256: hash, claims }
    : { verdict: 'unknown', sha256: hash, isReadable: true }
}

/**
 * The same of a file of which only the SHA-256 is known, and the content hashes it names.
 */
export async function verifyHash({
  ctx,
  sha256: hash,
  named = [],
}: {
  ctx: Context
  sha256: string
  named?: readonly string[]
}): Promise<Verification> {
  const [edition] = await findBy(ctx, 'file', [hash])
  if (edition) return { verdict: 'published', sha256: hash, edition }
  const claims = named.length > 0 ? await findBy(ctx, 'content', named) : []
  return claims.length > 0
    ? { verdict: 'differs', sha256: hash, claims }
    : { verdict: 'unknown', sha256: hash, isReadable: true }
}

/**
 * Counts an upload of a file to be verified, which costs the reading of it. Answers nothing.
 * @throws ServiceError `too-many`
 */
export async function countVerification({ ctx, headers }: { ctx: Context; headers: Headers }): Promise<void> {
  const wait = await asServiceErrors(() => countTries(ctx.db, triesOf(headers, 'verify', null), ctx.now()))
  if (wait !== null) throw new ServiceError('too-many', 'Too many files from this address. Wait a minute.')
}

async function findBy(ctx: Context, by: 'file' | 'content', hashes: readonly string[]): Promise<RecognisedEdition[]> {
  if (hashes.length === 0) return []
  return await asServiceErrors(() => findEditionsByHash(ctx.db, by, hashes, ctx.now().toISOString()))
}
