import { findCrisis } from '@/app/_server/ask-crisis'
import { forRequest, getContext } from '@/app/_server/context'
import { problemResponse, responseOfError } from '@/app/_server/problem'
import { findUnkeepable, readBytes } from '@/app/_server/read-body'
import { isSameOrigin } from '@/app/_server/same-origin'
import { type ErrorCode, ServiceError } from '@/services/errors'
import { confirmSubscription, endSubscription, requestSubscription } from '@/services/sending/subscribe'

type Context = { params: Promise<{ action: string }> }

const mostBytes = 16 * 1024

/** What the forms of subscribing do, without scripts: each leads to a page that says what came of it. */
const acts: Record<string, (request: Request, form: URLSearchParams) => Promise<Response>> = {
  subscribe,
  confirm,
  end,
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  return await forRequest(request, async () => {
    try {
      const { action } = await params
      const act = Object.hasOwn(acts, action) ? acts[action] : undefined
      if (!act) return unknown()
      const bytes = await readBytes(request, mostBytes)
      if (!(bytes instanceof Uint8Array)) return problemResponse(bytes)
      const form = await readForm(request, bytes)
      return await act(request, form)
    } catch (error) {
      return responseOfError(error)
    }
  })
}

/** A mail program that opens the address of `List-Unsubscribe` instead of posting to it comes to the page. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const token = new URL(request.url).searchParams.get('token') ?? ''
  return (await params).action === 'end' ? to(`/subscriptions/end/${encodeURIComponent(token)}`) : unknown()
}

async function subscribe(request: Request, form: URLSearchParams): Promise<Response> {
  if (!isSameOrigin(request)) {
    const detail = 'This is asked by our own pages alone.'
    return problemResponse({ status: 403, title: 'From another page', detail })
  }
  const { ctx, crisis } = await findCrisis(form.get('crisis') ?? '')
  const page = `/crises/${crisis.slug}/sitreps`
  const [email, language, wants] = ['email', 'language', 'wants'].map((name) => form.get(name) ?? '')
  try {
    await requestSubscription({ ctx, crisis, headers: request.headers, input: { email, language, wants } as never })
    return to(`${page}?subscribe=asked#subscribe`)
  } catch (error) {
    if (!(error instanceof ServiceError) || !troubles.includes(error.code)) throw error
    return to(`${page}?subscribe=${error.code}#subscribe`)
  }
}

/** What a person can mend, or wait for. */
const troubles: readonly ErrorCode[] = ['invalid', 'too-many', 'conflict']

async function confirm(_: Request, form: URLSearchParams): Promise<Response> {
  const token = form.get('token') ?? ''
  try {
    const { slug } = await confirmSubscription({ ctx: await getContext(), token })
    return to(`/subscriptions/confirmed?crisis=${slug}`)
  } catch (error) {
    if (error instanceof ServiceError && error.code === 'not-found') return to(confirmPage(token))
    throw error
  }
}

const confirmPage = (token: string) => `/subscriptions/confirm/${encodeURIComponent(token)}`

/** From the page, or by a mail program itself (RFC 8058), which is led nowhere. */
async function end(request: Request, form: URLSearchParams): Promise<Response> {
  const isByProgram = form.get('List-Unsubscribe') === 'One-Click'
  const token = new URL(request.url).searchParams.get('token') ?? form.get('token') ?? ''
  await endSubscription({ ctx: await getContext(), token })
  return isByProgram
    ? new Response('Unsubscribed.\n', { headers: { ...notKept, 'content-type': 'text/plain; charset=utf-8' } })
    : to('/subscriptions/ended')
}

/** Fields as a browser sends them, or (RFC 8058 allows both) a mail program. */
async function readForm(request: Request, bytes: Uint8Array): Promise<URLSearchParams> {
  const type = request.headers.get('content-type') ?? ''
  const sent = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } })
    .formData()
    .catch(() => new FormData())
  const fields = [...sent].filter((field): field is [string, string] => typeof field[1] === 'string')
  if (findUnkeepable(fields).length > 0)
    throw new ServiceError('invalid', 'A character that cannot be kept: take it out.')
  return new URLSearchParams(fields)
}

const notKept = { 'cache-control': 'no-store' }
const to = (location: string) => new Response(null, { status: 303, headers: { ...notKept, location } })
const unknown = () => problemResponse({ status: 404, title: 'Not found', detail: 'There is no such address.' })
