import { loadAllOfDispute, loadAllOfFigure, loadAllOfNote } from '@/db/repositories/read-versions'
import { loadHistory } from '@/db/repositories/read-waiting'
import type { Crisis } from '@/domain/crisis/crisis'
import type { Dispute, Figure } from '@/domain/figure/figure'
import type { Note } from '@/domain/note/note'
import { standingOf } from '@/domain/workflow/standing'
import { deskRoles, type Story, type Versioned } from '@/domain/workflow/waiting'
import type { NamedVersion } from '@/services/approve-versions'
import { asServiceErrors } from '@/services/as-service-errors'
import type { Context } from '@/services/context'
import { noSuchObject } from '@/services/no-such-object'
import { requireRole } from '@/services/require-role'

interface Asked {
  ctx: Context
  crisis: Crisis
  id: string
}

/**
 * Every version of a figure with who wrote, approved and closed it and what became of it, the first one first; those nobody approved too.
 * For people of the desk.
 * @throws ServiceError `forbidden`, `not-found`
 */
export async function readFigureStory({ ctx, crisis, id }: Asked): Promise<Story<Figure>[]> {
  requireRole(ctx, crisis.id, ...deskRoles)
  return await asServiceErrors(async () => tell(ctx, 'figure', id, await loadAllOfFigure(ctx.db, crisis, id)))
}

/** The same of a note. @throws ServiceError `forbidden`, `not-found` */
export async function readNoteStory({ ctx, crisis, id }: Asked): Promise<Story<Note>[]> {
  requireRole(ctx, crisis.id, ...deskRoles)
  return await asServiceErrors(async () => tell(ctx, 'note', id, await loadAllOfNote(ctx.db, crisis, id)))
}

/** The same of a dispute. @throws ServiceError `forbidden`, `not-found` */
export async function readDisputeStory({ ctx, crisis, id }: Asked): Promise<Story<Dispute>[]> {
  requireRole(ctx, crisis.id, ...deskRoles)
  return await asServiceErrors(async () => tell(ctx, 'dispute', id, await loadAllOfDispute(ctx.db, crisis, id)))
}

/**
 * Of figures as a person saw them, those of which another version stands by now, or of whose version something became: as they stand.
 * For people of the desk. @throws ServiceError `forbidden`
 */
export async function readChangedFigures({
  ctx,
  crisis,
  seen,
}: Omit<Asked, 'id'> & { seen: readonly NamedVersion[] }): Promise<Figure[]> {
  requireRole(ctx, crisis.id, ...deskRoles)
  return await asServiceErrors(async () => {
    const changed: Figure[] = []
    for (const { id, version } of seen) {
      const versions = await loadAllOfFigure(ctx.db, crisis, id)
      const newest = versions.length > 0 && standingOf(await tell(ctx, 'figure', id, versions))?.version
      if (newest && (newest.version !== version || newest.state !== 'submitted')) changed.push(newest)
    }
    return changed
  })
}

async function tell<Content extends Figure | Note | Dispute>(
  { db }: Context,
  kind: Versioned,
  id: string,
  versions: readonly Content[],
): Promise<Story<Content>[]> {
  if (versions.length === 0) throw noSuchObject(kind, id)
  const { events, people } = await loadHistory(db, kind, id)
  return versions.flatMap((content) => {
    const persons = people.find(({ version }) => version === content.version)
    if (!persons) return []
    const history = events.filter(({ version }) => version === content.version).map(({ version: _, ...event }) => event)
    const { author, approver, closer } = persons
    return [{ author, approver, closer, history, version: { ...content, state: stateOf(content, history) } }]
  })
}

/** Where a version stands: approved ones say it themselves, of the others what last became of them. */
function stateOf({ knownFrom, state }: Pick<Figure, 'knownFrom' | 'state'>, history: Story<unknown>['history']) {
  if (history.some((event) => event.state === 'withdrawn')) return 'withdrawn'
  if (knownFrom !== null) return state
  const last = history.at(-1)?.state
  return last === 'returned' || last === 'draft' ? last : 'submitted'
}
