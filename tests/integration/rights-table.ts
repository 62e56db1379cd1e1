import type { Role } from '@/domain/workflow/actor'

/*
 * Who may do what, written out by hand: what the code says of it is compared with this. A route without a row fails the test.
 */

/** What may be addressed by an id. */
export type Noun =
  | 'figure'
  | 'note'
  | 'dispute'
  | 'statement'
  | 'document'
  | 'event'
  | 'source'
  | 'place'
  | 'draft'
  | 'resolution'
  | 'independence'

/** In which state an object is that is asked for; `missing`: there is none. */
export type Variant = 'public' | 'internal' | 'waiting' | 'missing'

export interface Row {
  /** Who may: whoever holds one of these roles for the crisis (for all crises where it is about none); `signed-in`: every person. */
  who: readonly Role[] | 'everybody' | 'signed-in'
  /** What the `{id}` of the address is of. */
  of?: Noun
  /** A role for any crisis suffices: the answer holds what the roles are for. */
  anywhere?: boolean
  /** For whoever is signed in at a browser: an API key is refused with 403. */
  browserOnly?: boolean
  /** Of no one crisis: the roles for all crises count, and are asked for before any object is looked for. */
  wholeLedger?: boolean
  /** The same for everybody, so that it may be kept although somebody signed in asks. */
  sameForAll?: boolean
  /** Where it matters whose the object is: who may with one's own, and who with somebody else's. Left out, whoever may at all may with both. */
  whose?: { own: readonly Role[]; others: readonly Role[] }
}

const contributor = ['contributor'] as const
const reviewer = ['reviewer'] as const
const editor = ['editor'] as const
const administrator = ['administrator'] as const
const desk = ['contributor', 'reviewer', 'editor', 'administrator'] as const
const whoEnters = ['contributor', 'reviewer'] as const
const ground = ['contributor', 'administrator'] as const
const grading = ['reviewer', 'administrator'] as const
const drafters = ['editor', 'reviewer', 'administrator'] as const
const approvers = ['editor', 'reviewer'] as const

/** What one entered, asked for or withdrew oneself a second person looks at. */
const bySecond = (who: readonly Role[]) => ({ who, whose: { own: [], others: who } })
const authors = ['contributor', 'reviewer', 'editor'] as const

const everybody: Row = { who: 'everybody' }

/** What is done with a version, the same for figures, notes and disputes. */
const versionRows = (of: 'figure' | 'note' | 'dispute'): Record<string, Row> => ({
  [`GET /${of}s/{id}`]: { who: 'everybody', of },
  [`GET /${of}s/{id}/versions`]: { who: desk, of },
  [`PATCH /${of}s/{id}`]: { who: whoEnters, of },
  [`POST /${of}s/{id}/approve`]: { ...bySecond(reviewer), of },
  [`POST /${of}s/{id}/return`]: { who: reviewer, of },
  [`POST /${of}s/{id}/submit`]: { who: authors, whose: { own: authors, others: [] }, of },
  // What nobody approved yet is taken back; what is known either may withdraw.
  [`POST /${of}s/{id}/withdraw`]: { who: whoEnters, whose: { own: whoEnters, others: reviewer }, of },
  [`POST /${of}s/{id}/confirm-withdrawal`]: { ...bySecond(reviewer), of },
})

/** Every route below /api/v1. The lists that `{file}` names have the rights of the list. */
export const apiRights: Record<string, Row> = {
  'GET /[[...path]]': everybody,
  'GET /openapi.json': { who: 'everybody', sameForAll: true },
  'GET /me/draft-key': { who: 'signed-in', browserOnly: true },
  'GET /waiting': { who: desk, anywhere: true },
  'GET /audit': { who: administrator, anywhere: true },

  'GET /crises': everybody,
  'GET /indicators': everybody,
  'GET /{file}': everybody,
  'GET /crises/{crisis}': everybody,
  'GET /crises/{crisis}/{file}': everybody,
  'GET /crises/{crisis}/figures': everybody,
  'GET /crises/{crisis}/headlines': everybody,
  'GET /crises/{crisis}/series': everybody,
  'GET /crises/{crisis}/changes': everybody,
  'GET /crises/{crisis}/notes': everybody,
  'GET /crises/{crisis}/statements': everybody,
  'GET /crises/{crisis}/documents': everybody,
  'GET /crises/{crisis}/sources': everybody,
  'GET /crises/{crisis}/places': everybody,
  'GET /crises/{crisis}/events': everybody,
  'GET /crises/{crisis}/disputes': everybody,
  'GET /crises/{crisis}/corrections': everybody,
  'GET /crises/{crisis}/sitreps': everybody,
  'GET /crises/{crisis}/sitreps/{number}': everybody,
  'GET /crises/{crisis}/sitreps/{number}/pdf': everybody,
  'GET /crises/{crisis}/sitreps/{number}/text': everybody,
  'GET /crises/{crisis}/sitreps/{number}/reliefweb': { who: ['editor', 'administrator'] },
  'GET /crises/{crisis}/webhooks': { who: administrator },
  'GET /crises/{crisis}/lookup': { who: desk },
  'GET /crises/{crisis}/independences': { who: desk },
  'GET /documents/{id}': { who: 'everybody', of: 'document' },
  'GET /statements/{id}': { who: 'everybody', of: 'statement' },
  'GET /events/{id}': { who: 'everybody', of: 'event' },

  'POST /crises/{crisis}/documents': { who: contributor },
  'POST /crises/{crisis}/documents/read': { who: contributor },
  'POST /crises/{crisis}/documents/same': { who: contributor },
  'POST /crises/{crisis}/statements': { who: contributor },
  'POST /crises/{crisis}/figures': { who: contributor },
  'POST /crises/{crisis}/findings': { who: whoEnters },
  'POST /crises/{crisis}/notes': { who: contributor },
  'POST /crises/{crisis}/disputes': { who: contributor },

  ...versionRows('figure'),
  ...versionRows('note'),
  ...versionRows('dispute'),
  'POST /figures/{id}/office-checks': { who: reviewer, of: 'figure' },
  'POST /figures/{id}/office-checks/withdraw': { who: reviewer, of: 'figure' },
  'POST /crises/{crisis}/approvals': { who: reviewer },
  'POST /crises/{crisis}/independences': { who: reviewer },
  'POST /independences/{id}/withdraw': { who: reviewer, of: 'independence' },
  'POST /crises/{crisis}/resolutions': { who: editor },
  'POST /resolutions/{id}/approve': { ...bySecond(approvers), of: 'resolution' },
  'POST /resolutions/{id}/return': { who: reviewer, of: 'resolution' },
  'POST /sources/{id}/grades': { who: grading, wholeLedger: true },
  'POST /grades/{id}/approve': { ...bySecond(grading), wholeLedger: true },
  'POST /grades/{id}/return': { who: reviewer, wholeLedger: true },

  'POST /crises/{crisis}/sitreps': { who: editor },
  'POST /crises/{crisis}/errata': { who: editor },
  'PATCH /sitreps/{id}': { who: editor, of: 'draft' },
  'POST /sitreps/{id}/preview': { who: drafters, of: 'draft' },
  'POST /sitreps/{id}/references': { who: drafters, of: 'draft' },
  'POST /sitreps/{id}/request-approval': { who: editor, of: 'draft' },
  'POST /sitreps/{id}/approve': { ...bySecond(approvers), of: 'draft' },
  'POST /sitreps/{id}/return': { who: approvers, of: 'draft' },
  'POST /sitreps/{id}/discard': { who: editor, of: 'draft' },
  'POST /sitreps/{id}/publish': { who: editor, of: 'draft' },

  'POST /crises/{crisis}/webhooks': { who: administrator },
  'POST /crises/{crisis}/webhooks/{id}/remove': { who: administrator },
  'POST /crises/{crisis}/webhook-deliveries/{id}/redeliver': { who: administrator },

  'POST /crises/{crisis}/place-imports': { who: administrator },
  'POST /crises/{crisis}/place-imports/check': { who: administrator },
  'POST /crises/{crisis}/policy-preview': { who: administrator },
  'POST /crises': { who: administrator, wholeLedger: true },
  'PATCH /crises/{crisis}': { who: administrator },
  'POST /crises/{crisis}/logos': { who: administrator },
  'POST /crises/{crisis}/sources': { who: ground },
  'POST /crises/{crisis}/places': { who: ground },
  'POST /crises/{crisis}/events': { who: ground },
  'POST /sources': { who: administrator, wholeLedger: true },
  'POST /places': { who: administrator, wholeLedger: true },
  'PATCH /sources/{id}': { who: administrator, of: 'source' },
  'PATCH /places/{id}': { who: administrator, of: 'place' },
  'PATCH /events/{id}': { who: administrator, of: 'event' },
  'POST /indicators': { who: administrator, wholeLedger: true },
  'PATCH /indicators/{key}': { who: administrator, wholeLedger: true },
}

/** Every route with a file of its own outside /api/v1. Pages have their rights checked by what they read; the desk's in the browser tests. */
export const otherRights: Record<string, Row> = {
  'GET /healthz': { who: 'everybody', sameForAll: true },
  'GET /readyz': everybody,
  'GET /unavailable': everybody,
  'POST /theme': { who: 'everybody', sameForAll: true },
  'GET /crises/{crisis}/charts/{file}': everybody,
  'GET /crises/{crisis}/sitreps/{number}/charts/{file}': everybody,
  'GET /crises/{crisis}/sitreps/{number}/{file}': everybody,
  // What they tell is what `GET /api/v1/crises/{crisis}/corrections` tells the same asker.
  'GET /crises/{crisis}/corrections/feed.atom': everybody,
  'GET /crises/{crisis}/corrections/feed.json': everybody,
  'GET /crises/{crisis}/sitreps/feed.atom': everybody,
  'GET /crises/{crisis}/sitreps/feed.json': everybody,
  'GET /api/verify': { who: 'everybody', sameForAll: true },
  'POST /api/verify': { who: 'everybody', sameForAll: true },
  'POST /api/subscriptions/{action}': everybody,
  'GET /api/subscriptions/{action}': { who: 'everybody', sameForAll: true },
  'POST /api/auth/{all}': everybody,
  'POST /api/accounts/{action}': everybody,
}

/** What is done to accounts by `POST /api/accounts/{action}`, from a browser alone; administrators are those of all crises. */
export const accountActs: Record<string, Row> = {
  'accept-invitation': everybody,
  'request-reset': everybody,
  'invite-person': { who: administrator },
  'revoke-invitation': { who: administrator },
  'change-roles': { who: administrator },
  'disable-person': { who: administrator },
  'enable-person': { who: administrator },
  'sign-out-person': { who: administrator },
  'remove-second-factor': { who: administrator },
  'make-reset-link': { who: administrator },
  'change-name': { who: 'signed-in' },
  'sign-out-everywhere': { who: 'signed-in' },
  'create-api-key': { who: 'signed-in' },
  'revoke-api-key': { who: 'signed-in' },
}

/** The steps of the door that are for whoever is signed in at a browser. */
export const doorForSignedIn = {
  'sign-out': {},
  'change-password': { currentPassword: 'what it was', newPassword: 'a much longer new password' },
  'two-factor/enable': { password: 'what it is' },
  'two-factor/confirm': { code: '123456' },
  'two-factor/disable': { password: 'what it is' },
  'two-factor/generate-backup-codes': { password: 'what it is' },
}

/** Who may know of an object in a state, besides those who may do what is asked; nobody where left out. */
type Knowledge = Partial<Record<Variant, readonly Role[] | 'everybody'>>

const cleared = desk

/** By reading it. What waits for approval is read in its versions alone. */
export const readers: Partial<Record<Noun, Knowledge>> = {
  figure: { public: 'everybody', internal: cleared },
  note: { public: 'everybody', internal: cleared },
  dispute: { public: 'everybody', internal: cleared },
  statement: { public: 'everybody', internal: cleared },
  document: { public: 'everybody', internal: cleared },
  event: { public: 'everybody', internal: cleared },
}

/** When a change of it is asked for: they are told that they lack the role, all others that there is no such object. */
export const knowers: Record<Noun, Knowledge> = {
  figure: { public: 'everybody', internal: cleared, waiting: desk },
  note: { public: 'everybody', internal: cleared, waiting: desk },
  dispute: { public: 'everybody', internal: cleared, waiting: desk },
  statement: {},
  document: {},
  event: { public: 'everybody', internal: cleared },
  source: { public: 'everybody', internal: cleared },
  place: { public: 'everybody', internal: cleared },
  draft: { waiting: drafters },
  resolution: {},
  independence: {},
}
