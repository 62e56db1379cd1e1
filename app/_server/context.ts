import { AsyncLocalStorage } from 'node:async_hooks'
import { headers } from 'next/headers'
import { cache } from 'react'
import { localeHeader, localeOfCookies, readLocale } from '@/app/_i18n/locale-of'
import { inTheirLanguage } from '@/app/_server/problem'
import type { Locale } from '@/domain/viewpoint/viewpoint'
import type { Actor } from '@/domain/workflow/actor'
import { clearanceOf } from '@/domain/workflow/clearance'
import { readActor, type SignedIn } from '@/services/accounts/read-actor'
import type { Context } from '@/services/context'
import { ledgerConnection } from '@/services/ledger-connection'

/** Who asks: the context of every use case, and the session or key they came with (null: nobody signed in). */
export interface Asker {
  ctx: Context
  signedIn: SignedIn | null
}

/** The request a handler answers. Pages have none: they read Next's own. */
const answering = new AsyncLocalStorage<{ asker: Promise<Asker> }>()

/** Runs a handler for its request, so that all it loads is for who sent it, and what it refuses is in their language. */
export async function forRequest(request: Request, work: () => Promise<Response>): Promise<Response> {
  const isApi = new URL(request.url).pathname.startsWith('/api/')
  const asker = isApi ? askerOfApi(request.headers) : askerOfPage(request.headers)
  return inTheirLanguage(request, await answering.run({ asker }, work))
}

/** Who asks, found once per request, so that all of an answer is for one person and one moment. @throws ServiceError `unavailable` */
export const getAsker = cache(
  async (): Promise<Asker> => (await answering.getStore()?.asker) ?? (await askerOfPage(await headers())),
)
const askerOfPage = (sent: Headers) => findAsker(sent, () => readLocale(sent.get(localeHeader)))
/** Programs are answered in English, whatever they send; a form of the desk in the language of its page. */
const askerOfApi = (sent: Headers) =>
  findAsker(sent, (signedIn) => (signedIn?.via === 'session' ? localeOfCookies(sent.get('cookie')) : null))

/** The context of this request's use cases. @throws ServiceError `unavailable` */
export async function getContext(): Promise<Context> {
  return (await getAsker()).ctx
}

/** The context of what is the same whoever asks. */
export const publicContext = (): Context => contextFor(null, new Date(), 'en')

async function findAsker(sent: Headers, localeFor: (signedIn: SignedIn | null) => Locale | null): Promise<Asker> {
  const now = new Date()
  const signedIn = await readActor({ db: ledgerConnection().db, headers: sent, now })
  return { ctx: contextFor(signedIn?.actor ?? null, now, localeFor(signedIn) ?? 'en'), signedIn }
}

const contextFor = (actor: Actor | null, now: Date, locale: Locale): Context => ({
  db: ledgerConnection().db,
  actor,
  audience: clearanceOf(actor, null),
  locale,
  now: () => now,
})
