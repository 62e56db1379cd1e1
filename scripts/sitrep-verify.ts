import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { callerFolder, databaseUrl } from '@/config/env'
import { openDatabase } from '@/db/client'
import type { RecognisedEdition } from '@/domain/sitrep/verification'
import { readDocument } from '@/formats/document/read-document'
import type { Context } from '@/services/context'
import { ServiceError } from '@/services/errors'
import { verifyPdf } from '@/services/verify-pdf'

/*
 * Says whether a PDF is, byte for byte, an edition we published, and which: npm run sitrep:verify FILE.pdf. Exits with 0 where it is, with 1
 * where it is not, with 2 where there is no such file.
 */
const [, , file] = process.argv
const pdf = file ? await readFile(path.resolve(callerFolder(), file)).catch(() => null) : null
if (pdf === null) {
  console.error(file ? `There is no file "${file}".` : 'Name the file: npm run sitrep:verify FILE.pdf')
  process.exit(2)
}
const { db, close } = openDatabase(databaseUrl())
try {
  const ctx: Context = { db, actor: null, audience: 'public', locale: 'en', now: () => new Date() }
  const verification = await verifyPdf({ ctx, pdf, readText })
  if (verification.verdict === 'published') console.log(`Published: ${name(verification.edition)}`)
  else {
    process.exitCode = 1
    console.error(`Not a file we published. SHA-256 ${verification.sha256}.`)
    if (verification.verdict === 'differs') {
      for (const claim of verification.claims) console.error(`It claims to be, and differs from: ${name(claim)}`)
    } else {
      console.error(verification.isReadable ? 'It names no edition of ours.' : 'It cannot be opened.')
    }
  }
} catch (error) {
  if (!(error instanceof ServiceError)) throw error
  process.exitCode = 1
  console.error(error.message)
} finally {
  await close()
}

async function readText(bytes: Uint8Array): Promise<string | null> {
  const read = await readDocument(bytes)
  return read.outcome === 'read' ? read.text : null
}

function name({ title, edition, language, crisis, publishedAt, supersededBy, contentHash }: RecognisedEdition): string {
  const superseded = supersededBy === null ? 'not superseded' : `superseded by edition ${supersededBy}`
  return [
    `${title}, edition ${edition} (${language})`,
    crisis.slug,
    `published ${publishedAt}`,
    superseded,
    `content ${contentHash}`,
  ].join('; ')
}
