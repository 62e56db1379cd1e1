import { createHash } from 'node:crypto'
import { publicAddress } from '@/config/env'
import { loadEditionIn } from '@/db/repositories/find-editions'
import { sha256 } from '@/db/sha256'
import {
  composeReliefWebReport,
  describeFile,
  mostReliefWebBytes,
  type ReliefWebFile,
  type ReliefWebReport,
} from '@/domain/reliefweb/report'
import type { Locale } from '@/domain/viewpoint/viewpoint'
import { asServiceErrors } from '@/services/as-service-errors'
import { ServiceError } from '@/services/errors'
import { readSitrep, type WantedEdition } from '@/services/read-sitreps'
import { requireRole } from '@/services/require-role'

/** ReliefWeb's namespace for the ids of documents (its schema names it). */
const namespace = '8e27a998-c362-5d1f-b152-d474e1d36af2'

/**
 * A published edition as ReliefWeb takes it: the report, and its PDFs in all the languages it was published in.
 * @throws ServiceError `forbidden`, `not-found`, `conflict` (terms are not set, a PDF is too large, or the installation's address is not known)
 */
export async function packageForReliefWeb(
  wanted: WantedEdition,
): Promise<{ name: string; report: ReliefWebReport; files: { name: string; content: Uint8Array }[] }> {
  const { ctx, crisis } = wanted
  requireRole(ctx, crisis.id, 'editor', 'administrator')
  const { listed, content } = await readSitrep(wanted)
  const settings = crisis.reliefWeb
  if (settings.source.length === 0 || settings.country.length === 0) {
    const message = 'Set the ReliefWeb ids of source and country first, at “Going out” of the crisis’s administration.'
    throw new ServiceError('conflict', message)
  }
  const page = `/crises/${crisis.slug}/sitreps/${listed.number}`
  const url = publicAddress(`${page}?edition=${listed.edition}`)
  if (url === null)
    throw new ServiceError('conflict', 'Set ATTEST_URL first: ReliefWeb needs the address of the report.')
  const uuid = uuidFive(namespace, url)
  const files = await asServiceErrors(() =>
    Promise.all(
      listed.languages.map(async (language) => {
        const key = { sitrepId: listed.id, edition: listed.edition, language }
        const edition = await loadEditionIn(ctx.db, key)
        if (!edition) throw new ServiceError('not-found', 'The edition has no PDF.')
        if (edition.pdf.length > mostReliefWebBytes) {
          throw new ServiceError('conflict', 'The PDF is larger than 20 MB, more than ReliefWeb takes.')
        }
        const path = pdfPath(page, listed.edition, language)
        const name = `${crisis.slug}-sitrep-${listed.number}-edition-${listed.edition}-${language}.pdf`
        const fileUrl = publicAddress(path) ?? ''
        const file: ReliefWebFile = {
          url: fileUrl,
          uuid: uuidFive(uuid, fileUrl),
          filename: name,
          checksum: sha256(edition.pdf),
          ...describeFile(edition.content.title, language),
        }
        return { file, name, content: edition.pdf }
      }),
    ),
  )
  const { publishedAt, languages } = listed
  const described = files.map(({ file }) => file)
  return {
    name: `${crisis.slug}-sitrep-${listed.number}-edition-${listed.edition}-reliefweb`,
    report: composeReliefWebReport({ content, publishedAt, languages, settings, url, uuid, files: described }),
    files: files.map(({ name, content: bytes }) => ({ name, content: bytes })),
  }
}

/** The address of a PDF that ends as ReliefWeb wants it. */
const pdfPath = (page: string, edition: number, language: Locale) => `${page}/edition-${edition}-${language}.pdf`

/** A UUID of version 5 (RFC 9562, 5.5): of a name within a namespace. */
export function uuidFive(within: string, name: string): string {
  const hash = createHash('sha1')
    .update(Buffer.from(within.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest()
    .subarray(0, 16)
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6)
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = hash.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
