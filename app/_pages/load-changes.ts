import type { ChangingEntry } from '@/components/entry/panel'
import type { Crisis } from '@/domain/crisis/crisis'
import type { EnteredFromDocument } from '@/domain/entry/entered'
import { standingOf } from '@/domain/workflow/standing'
import type { Story } from '@/domain/workflow/waiting'
import type { Context } from '@/services/context'
import { readDisputeStory, readFigureStory, readNoteStory } from '@/services/read-versions'

/** The entry of the document that the desk is asked to change, as it stands; null where the document has no such entry, or none that stands. */
export async function loadChanges(
  { ctx, crisis }: { ctx: Context; crisis: Crisis },
  entered: EnteredFromDocument,
  id: string | null,
): Promise<ChangingEntry | null> {
  const isAsked = (entry: { id: string }) => entry.id === id
  if (id === null) return null
  const asked = { ctx, crisis, id }
  if (entered.figures.some(isAsked)) return toChanges('figure', await readFigureStory(asked))
  if (entered.notes.some(isAsked)) return toChanges('note', await readNoteStory(asked))
  if (entered.disputes.some(isAsked)) return toChanges('dispute', await readDisputeStory(asked))
  return null
}

function toChanges<Noun extends ChangingEntry['noun']>(
  noun: Noun,
  stories: Story<Extract<ChangingEntry, { noun: Noun }>['changing']['content']>[],
) {
  const standing = standingOf(stories)
  if (!standing || standing.version.state === 'withdrawn') return null
  const { version: content, history } = standing
  const last = history.at(-1)
  const { comment, field } = last?.state === 'returned' ? last : { comment: null, field: null }
  const isKnown = content.knownFrom !== null
  return { noun, changing: { content, isKnown, comment, field } } as unknown as Extract<ChangingEntry, { noun: Noun }>
}
