import { loadLogo } from '@/db/repositories/logos'
import { loadCrisis } from '@/db/repositories/read-crises'
import { readViewpointBefore } from '@/db/repositories/write-editions'
import { openCitationBook } from '@/domain/citation/citation-book'
import type { Crisis } from '@/domain/crisis/crisis'
import type { LedgerSlice } from '@/domain/ledger/ledger-slice'
import { type LedgerView, openView } from '@/domain/ledger/ledger-view'
import type { Logo } from '@/domain/logo/logo'
import { composeDraft } from '@/domain/sitrep/compose-sitrep'
import { type DraftContent, requestOf, type SitrepDraft } from '@/domain/sitrep/draft'
import { type Lint, type LoadedWord, lintSitrep } from '@/domain/sitrep/lint-sitrep'
import { composeReference } from '@/domain/sitrep/prose'
import type { Sitrep } from '@/domain/sitrep/sitrep'
import { suggestHighlights } from '@/domain/sitrep/suggest-highlights'
import { proseOf, type Reference, referenceKey, seenText } from '@/domain/sitrep/written'
import type { Instant } from '@/domain/time/instant'
import type { Locale } from '@/domain/viewpoint/viewpoint'
import { wordHeadline } from '@/domain/wording/word-headline'
import { makeWording, plainText, type Wording } from '@/domain/wording/wording'
import type { Context } from '@/services/context'
import { ServiceError } from '@/services/errors'
import { requireRole } from '@/services/require-role'
import { publicSlice } from '@/services/sitreps/freeze-edition'

/** What a reference reads now. */
export interface ReadReference {
  text: string
  /** What its editor saw last, where that was another. */
  was: string | null
  /** The numbers of its sources in the report. */
  cite: number[]
  /** Who says so, as of when; empty where nothing can be shown. */
  who: string
}

/** A draft as it stands at its viewpoint: what readers would get, and what is to be mended. */
export interface ComposedDraft {
  sitrep: Sitrep
  /** The picture its template names. */
  logo: Logo | null
  lints: Lint[]
  /** By `referenceKey`. */
  references: Record<string, ReadReference>
  /** Sentences offered as highlights, each of the key figure that `sentence` names. */
  suggestions: { sentence: string; text: string }[]
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
  const wording = makeWording(locale, now.crisis, now.indicators, asOf)
  const lints = lintSitrep({
    wording,
    view,
    content,
    troubles,
    now: moment,
    locale: ctx.locale,
    findLoadedWords: (text) => findLoadedWords(text, locale),
  })
  const numbers = new Map(sitrep.sources.map(({ document, n }) => [document, n]))
  const references: ComposedDraft['references'] = {}
  for (const { content: runs } of proseOf(content.written)) {
    for (const run of runs) {
      if (typeof run === 'string') continue
      const key = referenceKey(run)
      references[key] ??= readReference({ wording, view, numbers }, run, content.seen[key])
    }
  }
  const suggestions = suggestHighlights({ view, previous: then && openView(then) }).map(({ keyFigure, headline }) => ({
    sentence: keyFigure.key,
    text: plainText(wordHeadline(wording, view, openCitationBook(wording, now.hashes), headline)),
  }))
  const logo = await loadLogo(ctx.db, crisis.id, sitrep.template?.logo ?? null)
  return { sitrep, logo, lints, references, suggestions }
}

function readReference(
  { wording, view, numbers }: { wording: Wording; view: LedgerView; numbers: ReadonlyMap<string, number> },
  reference: Reference,
  seen: string | undefined,
): ReadReference {
  const book = openCitationBook(wording, view.slice.hashes)
  const value = composeReference({ wording, view, book }, reference)
  const text = 'trouble' in value ? '[…]' : plainText(value)
  const sources = book.sources()
  const [first] = sources.flatMap(({ quotes }) => quotes)
  return {
    text,
    was: seen !== undefined && seen !== seenText(text) ? seen : null,
    cite: sources.flatMap(({ document }) => numbers.get(document) ?? []),
    who: first ? `${first.claimant} · ${first.asOfText}` : '',
  }
}
