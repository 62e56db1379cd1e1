import { loadCrises } from '@/db/repositories/read-crises'
import { everything } from '@/db/repositories/read-for-writing'
import { loadSources } from '@/db/repositories/read-names'
import { loadDisputesForDesk, loadFiguresForDesk, loadNotesForDesk } from '@/db/repositories/read-versions'
import {
  countWaiting,
  loadWaiting,
  loadWaitingDecisions,
  readKnownVersions,
  type WaitingRow,
} from '@/db/repositories/read-waiting'
import { groupBy } from '@/domain/collection/group-by'
import type { Crisis } from '@/domain/crisis/crisis'
import type { Dispute, Figure } from '@/domain/figure/figure'
import type { Note } from '@/domain/note/note'
import { cutPage, type Page, type PageRequest, readCursor } from '@/domain/paging/page'
import { hoursBetween } from '@/domain/time/local-time'
import { type Actor, crisesOf, holdsRole } from '@/domain/workflow/actor'
import { deskRoles, type Hindrance, hoursToConfirm, type Waiting, type WaitingKind } from '@/domain/workflow/waiting'
import { asServiceErrors } from '@/services/as-service-errors'
import type { Context } from '@/services/context'
import { ServiceError } from '@/services/errors'
import { refuseCursor } from '@/services/refuse-cursor'

/** What of all that waits is wanted; what is left out is not asked for. `crisis`: a slug. `author`: a person's id, or `me`. `id`: of what waits. */
export interface WaitingFilter {
  crisis?: string | undefined
  kind?: readonly WaitingKind[] | undefined
  state?: 'submitted' | 'returned' | 'withdrawn' | undefined
  document?: string | undefined
  author?: string | undefined
  id?: string | undefined
}

/**
 * What waits for somebody in the crises where the actor has a role at the desk, the longest waiting first: submitted versions, returned ones
 * with their comment, withdrawals that nobody confirmed. Without a role there: nothing of it, ever.
 * @throws ServiceError `forbidden` (no role at any desk), `invalid` (a cursor of another list)
 */
export async function listWaiting({
  ctx,
  filter,
  page: { limit, cursor },
}: {
  ctx: Context
  filter: WaitingFilter
  page: PageRequest
}): Promise<Page<Waiting>> {
  const { actor, crises } = requireDesk(ctx)
  const after = cursor === null ? null : Number(readCursor(cursor, 1)?.[0] ?? Number.NaN)
  if (after !== null && !Number.isSafeInteger(after)) throw refuseCursor()
  return await asServiceErrors(async () => {
    const all = await loadCrises(ctx.db)
    const rows = await loadWaiting(ctx.db, select(filter, { actor, crises, all }), { after, limit: limit + 1 })
    const page = cutPage(rows, limit, ({ seq }) => [String(seq)])
    return { ...page, items: await complete(ctx, all, page.items) }
  })
}

/** How much waits, by what it is and where it stands. `own`: of it, what the actor wrote or withdrew, and cannot approve. */
export interface WaitingCount {
  kind: WaitingKind
  state: 'submitted' | 'returned' | 'withdrawn'
  count: number
  own: number
}

/** The same, counted. @throws ServiceError `forbidden` */
export async function countWaitingFor({
  ctx,
  filter,
}: {
  ctx: Context
  filter: WaitingFilter
}): Promise<WaitingCount[]> {
  const { actor, crises } = requireDesk(ctx)
  return await asServiceErrors(async () => {
    const all = await loadCrises(ctx.db)
    const counts = await countWaiting(ctx.db, select(filter, { actor, crises, all }), actor.id)
    return counts.map(({ state, ...count }) => ({
      ...count,
      state: state === 'returned' || state === 'withdrawn' ? state : 'submitted',
    }))
  })
}

/** Who holds a role at the desk, and of which crises (null: all). @throws ServiceError `forbidden` */
function requireDesk({ actor }: Context): { actor: Actor; crises: string[] | null } {
  if (!actor) throw new ServiceError('forbidden', 'Sign in to see what waits.')
  const crises = crisesOf(actor, deskRoles)
  if (crises?.length === 0) throw new ServiceError('forbidden', `This needs the role ${deskRoles.join(' or ')}.`)
  return { actor, crises }
}

function select(
  { crisis, kind, state, document, author, id }: WaitingFilter,
  { actor, crises, all }: { actor: Actor; crises: string[] | null; all: Crisis[] },
) {
  const asked = crisis === undefined ? crises : all.filter(({ slug }) => slug === crisis).map(({ id }) => id)
  return {
    crises: asked?.filter((id) => crises === null || crises.includes(id)) ?? null,
    kinds: kind,
    state,
    document,
    author: author === 'me' ? actor.id : author,
    id,
  }
}

async function complete({ db, actor, now }: Context, all: Crisis[], rows: WaitingRow[]): Promise<Waiting[]> {
  const decisions = await loadWaitingDecisions(
    db,
    rows.map(({ id }) => id),
  )
  const contents = new Map<string, Content>()
  for (const [crisisId, own] of groupBy(rows, ({ crisisId }) => crisisId ?? '')) {
    const crisis = all.find(({ id }) => id === crisisId)
    if (!crisis) continue
    const of = (subject: WaitingRow['subject']) => own.filter((row) => row.subject === subject)
    const resolved = own.flatMap(({ id }) => decisions.resolutions.get(id)?.figure ?? [])
    const disputes = await loadDisputesForDesk(db, crisis, of('dispute'))
    const around = await readKnownVersions(db, [...resolved, ...disputes.map(({ figure }) => figure)])
    const figures = await loadFiguresForDesk(db, crisis, [...of('figure'), ...around])
    const notes = await loadNotesForDesk(db, crisis, of('note'))
    for (const figure of figures) contents.set(`figure:${figure.id}:${figure.version}`, figure)
    for (const { id, version } of around) {
      const figure = figures.find((one) => one.id === id && one.version === version)
      if (figure) contents.set(`known:${id}`, figure)
    }
    for (const note of notes) contents.set(`note:${note.id}:${note.version}`, note)
    for (const dispute of disputes) contents.set(`dispute:${dispute.id}:${dispute.version}`, dispute)
  }
  const graded = await loadSources(
    db,
    [...decisions.grades.values()].map(({ source }) => source),
    everything,
  )
  const find = <Kind extends Content>(key: string, { state }: WaitingRow['last']): Kind | undefined => {
    const content = contents.get(key) as Kind | undefined
    return content && { ...content, state: state === 'returned' || state === 'withdrawn' ? state : 'submitted' }
  }
  return rows.flatMap((row): Waiting[] => {
    const crisis = all.find(({ id }) => id === row.crisisId)
    const { id, version, author, last, reason, subject } = row
    const common = {
      id,
      version,
      crisis: crisis ? { slug: crisis.slug, title: crisis.title } : null,
      author,
      last,
      reason,
      hindrance: hindranceOf(row, actor, crisis),
    }
    const key = `${subject}:${id}:${version}`
    const figure = find<Figure>(key, last)
    const note = find<Note>(key, last)
    const dispute = find<Dispute>(key, last)
    switch (row.kind) {
      case 'figure':
        return figure ? [{ ...common, kind: 'figure', figure }] : []
      case 'note':
        return note ? [{ ...common, kind: 'note', note }] : []
      case 'dispute': {
        const disputed = (contents.get(`known:${dispute?.figure}`) as Figure | undefined) ?? null
        return dispute ? [{ ...common, kind: 'dispute', dispute, disputed }] : []
      }
      case 'resolution': {
        const decision = decisions.resolutions.get(id)
        if (!decision) return []
        const { ofStatement, rule } = decision
        const chosen = (contents.get(`known:${decision.figure}`) as Figure | undefined) ?? null
        return [{ ...common, kind: 'resolution', figure: chosen, ofStatement, rule }]
      }
      case 'grade': {
        const grade = decisions.grades.get(id)
        const source = graded.get(grade?.source ?? '')
        if (!grade || !source) return []
        const { name, reliability } = source
        return [
          { ...common, kind: 'grade', source: { id: source.id, name, reliability }, reliability: grade.reliability },
        ]
      }
      case 'withdrawal':
        return [
          {
            ...common,
            kind: 'withdrawal',
            of: subject === 'note' || subject === 'dispute' ? subject : 'figure',
            overdue: hoursBetween(last.at, now().toISOString()) > hoursToConfirm,
            figure: subject === 'figure' ? (figure ?? null) : null,
            note: subject === 'note' ? (note ?? null) : null,
            dispute: subject === 'dispute' ? (dispute ?? null) : null,
          },
        ]
      default:
        return []
    }
  })
}

type Content = Figure | Note | Dispute

/** What keeps the actor from approving or confirming it now, as the services would refuse. */
function hindranceOf(row: WaitingRow, actor: Actor | null, crisis: Crisis | undefined): Hindrance | null {
  const place = row.crisisId
  const mayApprove =
    actor !== null &&
    (row.kind === 'grade'
      ? holdsRole(actor, 'reviewer', null) || holdsRole(actor, 'administrator', null)
      : holdsRole(actor, 'reviewer', place) || (row.kind === 'resolution' && holdsRole(actor, 'editor', place)))
  if (!mayApprove) return 'no-reviewer'
  if ((crisis?.fourEyes ?? true) && row.authorIds.includes(actor?.id ?? '')) return 'own'
  if (row.last.state === 'returned') return 'returned'
  if (row.hasUnknownGround) return row.kind === 'figure' ? 'whole-waits' : 'figure-waits'
  return null
}
