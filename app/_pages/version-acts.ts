import type { Seen } from '@/components/review/seen-beside-current'
import type { VersionActsView } from '@/components/review/version-acts'
import type { Crisis } from '@/domain/crisis/crisis'
import type { Dispute, Figure } from '@/domain/figure/figure'
import type { Note } from '@/domain/note/note'
import { type Actor, holdsRole, type Role } from '@/domain/workflow/actor'
import { knownOf, standingOf } from '@/domain/workflow/standing'
import type { Story, Versioned } from '@/domain/workflow/waiting'

/** The address of the form in which an entry is changed: the desk of the first document it cites. */
export function changeHref(
  crisis: string,
  { id, citations }: Pick<Figure | Note | Dispute, 'id' | 'citations'>,
): string | null {
  const [citation] = citations
  return citation ? `/admin/crises/${crisis}/enter/${citation.document.id}?mend=${id}` : null
}

/** What the person's roles and the entry's state allow. The services check each once more. */
export function versionActsOf(
  actor: Actor,
  { noun, crisis, stories }: { noun: Versioned; crisis: Crisis; stories: readonly Story<Figure | Note | Dispute>[] },
): VersionActsView & { isLive: boolean } {
  const holds = (...roles: Role[]) => roles.some((role) => holdsRole(actor, role, crisis.id))
  const standing = standingOf(stories)
  const known = knownOf(stories)
  const withdrawn = stories.find(({ version }) => version.state === 'withdrawn' && version.knownFrom !== null)
  const isConfirmed = withdrawn?.history.some(({ state }) => state === 'withdrawal-confirmed')
  const isLive = standing !== undefined && withdrawn === undefined
  const mayEnter = isLive && holds('contributor', 'reviewer')
  const href = standing && changeHref(crisis.slug, standing.version)
  const mayTakeBack = standing?.author.id === actor.id || holds('reviewer')
  const seen = (known ?? withdrawn ?? stories.at(-1))?.version
  return {
    path: `/${noun}s/${seen?.id}`,
    version: seen?.version ?? 1,
    seen: seen ? ({ noun, content: seen } as Seen) : null,
    change: mayEnter && href ? { href, of: standing.version.knownFrom === null && !known ? 'waiting' : 'known' } : null,
    withdraw: !mayEnter ? null : known ? 'known' : mayTakeBack ? 'waiting' : null,
    mayConfirm:
      withdrawn !== undefined &&
      !isConfirmed &&
      holds('reviewer') &&
      (!crisis.fourEyes || withdrawn.closer?.id !== actor.id),
    isLive,
  }
}
