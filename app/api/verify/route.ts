import { forRequest, getContext } from '@/app/_server/context'
import { problemResponse, responseOfError, unprocessableResponse } from '@/app/_server/problem'
import { type BodyRefusal, readBytes, tooLarge } from '@/app/_server/read-body'
import { isSha256, type Verification } from '@/domain/sitrep/verification'
import { DocumentThread } from '@/formats/document/document-thread'
import { readDocumentOn } from '@/formats/document/read-document'
import { ServiceError } from '@/services/errors'
import { countVerification, mostVerifiedBytes, verifyHash, verifyPdf } from '@/services/verify-pdf'

/** Of its own, so that nobody outside holds up what the desk archives. */
const thread = new DocumentThread({ timeLimit: 15_000 })

const readText = async (pdf: Uint8Array) => {
  const read = await readDocumentOn(thread, pdf)
  return read.outcome === 'read' ? read.text : null
}

/** What a form adds around its file. */
const envelope = 4096
const answerHeaders = { 'Cache-Control': 'no-store' }

/** Whether a file of this SHA-256 is an edition we published. */
export async function GET(request: Request): Promise<Response> {
  return await forRequest(request, async () => {
    try {
      const hash = new URL(request.url).searchParams.get('sha256') ?? ''
      if (!isSha256(hash)) throw new ServiceError('invalid', 'Give the SHA-256 of the file as 64 digits, ?sha256=…')
      return Response.json(await verifyHash({ ctx: await getContext(), sha256: hash }), { headers: answerHeaders })
    } catch (error) {
      return responseOfError(error)
    }
  })
}

/**
 * Whether a file is an edition we published: sent by the form of `/verify`, which is led back there, or as `application/pdf` by a program, which
 * is answered in JSON. It is read, answered for, and forgotten.
 */
export async function POST(request: Request): Promise<Response> {
  const isForm = (request.headers.get('content-type') ?? '').startsWith('multipart/form-data')
  return await forRequest(request, async () => {
    try {
      const ctx = await getContext()
      await countVerification({ ctx, headers: request.headers })
      const pdf = await readFile(request, isForm)
      if (!(pdf instanceof Uint8Array)) return isForm ? backToPage({ trouble: 'too-large' }) : problemResponse(pdf)
      const verification = await verifyPdf({ ctx, pdf, readText })
      return isForm ? backToPage(inAddress(verification)) : Response.json(verification, { headers: answerHeaders })
    } catch (error) {
      if (isForm && error instanceof ServiceError) return backToPage({ trouble: error.code })
      if (error instanceof ServiceError && error.code === 'invalid') return unprocessableResponse(error)
      return responseOfError(error)
    }
  })
}

/** @throws ServiceError `invalid` for a form without a file */
async function readFile(request: Request, isForm: boolean): Promise<Uint8Array | BodyRefusal> {
  const bytes = await readBytes(request, mostVerifiedBytes + (isForm ? envelope : 0))
  if (!isForm || !(bytes instanceof Uint8Array)) return bytes
  const type = request.headers.get('content-type') ?? ''
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } })
    .formData()
    .catch(() => null)
  const file = form?.get('file')
  if (file instanceof File && file.size > mostVerifiedBytes) return tooLarge(mostVerifiedBytes)
  if (file instanceof File && file.size > 0) return new Uint8Array(await file.arrayBuffer())
  throw new ServiceError('invalid', 'Choose a file.')
}

/** What the page needs to say the same: hashes alone, from which it looks everything up anew. */
function inAddress(verification: Verification): Record<string, string> {
  const { sha256, verdict } = verification
  if (verdict === 'differs') {
    return {
      sha256,
      names: [...new Set(verification.claims.map(({ contentHash }) => contentHash))].slice(0, 4).join('.'),
    }
  }
  return verdict === 'unknown' && !verification.isReadable ? { sha256, unreadable: '1' } : { sha256 }
}

const backToPage = (query: Record<string, string>) =>
  new Response(null, { status: 303, headers: { ...answerHeaders, location: `/verify?${new URLSearchParams(query)}` } })
