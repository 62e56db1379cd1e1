import { loadCrisis } from '@/db/repositories/read-crises'
import { readViewpointBefore } from '@/db/repositories/write-editions'
import { openCitationBook } from '@/domain/citation/citation-book'
import type { Crisis } from '@/domain/crisis/crisis'
import type { LedgerSlice } from '@/domain/ledger/ledger-slice'
import { openView } from '@/domain/ledger/ledger-view'
import { composeDraft } from '@/domain/sitrep/compose-sitrep'
import { type DraftContent, requestOf, type SitrepDraft } from '@/domain/sitrep/draft'
import { type Lint, type LoadedWord, lintSitrep } from '@/domain/sitrep/lint-sitrep'
import { composeReference } from '@/domain/sitrep/prose'
import type { Sitrep } from '@/domain/sitrep/sitrep'
import { proseOf, referenceKey } from '@/domain/sitrep/written'
import type { Instant } from '@/domain/time/instant'
import type { Locale } from '@/domain/viewpoint/viewpoint'
import { makeWording, plainText } from '@/domain/wording/wording'
import type { Context } from '@/services/context'
import { ServiceError } from '@/services/errors'
import { requireRole } from '@/services/require-role'
import { publicSlice } from '@/services/sitreps/freeze-edition'

/** A draft as it stands at its viewpoint: what readers would get, and what is to be mended. */
export interface ComposedDraft {
  sitrep: Sitrep
  lints: Lint[]
  /** What each reference reads now, by `referenceKey`; `was` is what its editor saw last, where that was another. */
  references: Record<string, { text: string; was: string | null }>
}

/** Reads the ledger for the public at a viewpoint; given by a caller that keeps what was read a moment ago. */
export type ReadPublicSlice = (asked: {
  crisis: Crisis
  asOf: Instant
  knownAt: Instant
  locale: Locale
}) => Promise<LedgerSlice>

/**
 * Composes a draft's content, saved or not, in one of its languages (the first where none is asked for).
 * @throws ServiceError `forbidden`, `not-found`
 */
export async function composeForDesk({
  ctx,
  draft,
  content,
  locale = content.languages[0] ?? 'en',
  findLoadedWords,
  readSlice,
}: {
  ctx: Context
  draft: Pick<SitrepDraft, 'crisis' | 'number' | 'edition'>
  content: DraftContent
  locale?: Locale
  findLoadedWords: (text: string, locale: Locale) => LoadedWord[]
  readSlice?: ReadPublicSlice
}): Promise<ComposedDraft> {
  const crisis = await loadCrisis(ctx.db, draft.crisis)
  if (!crisis) throw new ServiceError('not-found', 'There is no such crisis.')
  requireRole(ctx, crisis.id, 'editor', 'reviewer', 'administrator')
  const read: ReadPublicSlice = readSlice ?? ((asked) => publicSlice(ctx.db, ctx, asked.crisis, asked))
  const { asOf, knownAt } = content
  const before = await readViewpointBefore(ctx.db, crisis.id, draft.number)
  const [now, then] = await Promise.all([
    read({ crisis, asOf, knownAt, locale }),
    before ? read({ crisis, asOf: before.asOf, knownAt: before.knownAt, locale }) : null,
  ])
  const moment = ctx.now().toISOString()
  const { sitrep, troubles } = composeDraft(now, then, requestOf({ ...draft, content }, moment))
  const view = openView(now)
  const wording = makeWording(locale, now.crisis, now.indicators)
  const lints = lintSitrep({
    wording,
    view,
    content,
    troubles,
    now: moment,
    findLoadedWords: (text) => findLoadedWords(text, locale),
  })
  const references: ComposedDraft['references'] = {}
  for (const { content: runs } of proseOf(content.written)) {
    for (const run of runs) {
      if (typeof run === 'string') continue
      const value = composeReference({ wording, view, book: openCitationBook(wording, now.hashes) }, run)
      const text = 'message' in value ? '[…]' : plainText(value)
      const key = referenceKey(run)
      const seen = content.seen[key]
      references[key] = { text, was: seen !== undefined && seen !== text ? seen : null }
    }
  }
  return { sitrep, lints, references }
}
