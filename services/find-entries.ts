import { findEventIds, findFigures, findPlaceIds, findSourceIds, isFoundDocument } from '@/db/repositories/find-by-name'
import { loadIndicators } from '@/db/repositories/read-crises'
import { loadDocuments } from '@/db/repositories/read-documents'
import { loadEvents } from '@/db/repositories/read-events'
import { loadPlaces, loadSources } from '@/db/repositories/read-names'
import type { CrisisReading } from '@/db/repositories/read-visibility'
import type { Crisis } from '@/domain/crisis/crisis'
import type { LookupItem, LookupKind } from '@/domain/entry/lookup'
import { scopeOf } from '@/domain/figure/scope'
import { asOfText, fullSubjectOf, makeWording, quantityText, type Wording } from '@/domain/wording/wording'
import { asServiceErrors } from '@/services/as-service-errors'
import type { Context } from '@/services/context'
import { requireRole } from '@/services/require-role'

/** Who may search for what an entry refers to: it shows what waits and what is internal. */
export const lookupRoles = ['contributor', 'reviewer', 'editor', 'administrator'] as const

const limit = 20

/**
 * What goes by the words typed, nearest first, at most 20: sources, places and events by any of their names in any script, accents and
 * case left aside; documents by title, address or SHA-256; figures by claimant, indicator, quote or number, those that wait too.
 * @throws ServiceError `forbidden`, `unavailable`
 */
export async function findEntries({
  ctx,
  crisis,
  kind,
  typed,
}: {
  ctx: Context
  crisis: Crisis
  kind: LookupKind
  typed: string
}): Promise<LookupItem[]> {
  requireRole(ctx, crisis.id, ...lookupRoles)
  // What is entered may be about anything that is kept, and as of any moment.
  const everything = { asOf: '2199-12-31T00:00:00.000Z', knownAt: '2199-12-31T00:00:00.000Z' }
  const reading = { crisis, viewpoint: { ...everything, audience: 'internal' as const, locale: ctx.locale } }
  return await asServiceErrors(() => finders[kind](ctx, { ...reading, crisis }, typed))
}

type Finder = (ctx: Context, reading: CrisisReading & { crisis: Crisis }, typed: string) => Promise<LookupItem[]>

const inOrder = <Found>(ids: string[], found: ReadonlyMap<string, Found>) => ids.flatMap((id) => found.get(id) ?? [])

const finders: Record<LookupKind, Finder> = {
  source: async ({ db }, { crisis, viewpoint }, typed) => {
    const ids = await findSourceIds(db, { crisisId: crisis.id, typed, limit })
    const found = inOrder(ids, await loadSources(db, ids, viewpoint))
    return found.map(({ id, name, kind, party, reliability, names }) => ({
      id,
      name,
      detail: [kind, party, reliability].filter(Boolean).join(' · '),
      names: names.map((one) => ({ ...one, usedBy: null })),
    }))
  },
  place: async ({ db }, { crisis, viewpoint }, typed) => {
    const ids = await findPlaceIds(db, { crisisId: crisis.id, typed, limit })
    const found = inOrder(ids, await loadPlaces(db, ids, viewpoint, crisis.namingPreference))
    const parents = await loadPlaces(
      db,
      found.flatMap(({ parent }) => parent ?? []),
      viewpoint,
      crisis.namingPreference,
    )
    return found.map(({ id, name, level, parent, pcode, names }) => ({
      id,
      name,
      detail: [level, parent && parents.get(parent)?.name, pcode].filter(Boolean).join(' · '),
      names,
    }))
  },
  event: async ({ db }, reading, typed) => {
    const ids = await findEventIds(db, { crisisId: reading.crisis.id, typed, limit })
    const { format } = await wordingOf(db, reading)
    const found = new Map((await loadEvents(db, reading, ids)).map((event) => [event.id, event]))
    return inOrder(ids, found).map(({ id, title, place, from }) => ({
      id,
      name: title,
      detail: [format.asOf({ start: from, end: from, precision: 'day' }), place?.name].filter(Boolean).join(' · '),
      names: [],
    }))
  },
  document: async ({ db }, reading, typed) => {
    const { format } = await wordingOf(db, reading)
    const found = await loadDocuments(db, reading, { where: isFoundDocument(typed), limit })
    return found.map(({ id, title, publisher, publishedAt: at, publishedPrecision, language }) => ({
      id,
      name: title,
      detail: [publisher.name, at && format.asOf({ start: at, end: at, precision: publishedPrecision ?? 'minute' })]
        .filter(Boolean)
        .join(' · '),
      names: [{ name: title, language, usedBy: null }],
    }))
  },
  figure: async ({ db }, reading, typed) => {
    const wording = await wordingOf(db, reading)
    const figures = await findFigures(db, reading, { typed, limit })
    return figures.map((figure) => ({
      id: figure.id,
      name: `${quantityText(wording, figure.quantity)} ${fullSubjectOf(wording, scopeOf(figure))}`,
      detail: [figure.claimant.name, figure.asOf && asOfText(wording, figure.asOf)].filter(Boolean).join(' · '),
      names: [],
    }))
  },
}

async function wordingOf(db: Context['db'], { crisis, viewpoint }: Parameters<Finder>[1]): Promise<Wording> {
  return makeWording(viewpoint.locale, crisis, await loadIndicators(db), viewpoint.asOf)
}
