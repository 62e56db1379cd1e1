import type { CitationBook } from '@/domain/citation/citation-book'
import type { LedgerView } from '@/domain/ledger/ledger-view'
import type { Note } from '@/domain/note/note'
import type { NoteItem } from '@/domain/sitrep/sitrep'
import { writtenIn } from '@/domain/wording/localize'
import { citeNote } from '@/domain/wording/word-headline'
import { asOfText, inLanguage, type Wording } from '@/domain/wording/wording'

/** Notes of some kinds, newest first, each with who described it, where and when. */
export function composeNotes(
  { wording, view, book }: { wording: Wording; view: LedgerView; book: CitationBook },
  kinds: readonly Note['kind'][],
  limit: number,
): NoteItem[] {
  const { words } = wording
  return view.slice.notes
    .filter((note) => kinds.includes(note.kind) && (note.asOf === null || note.asOf.end <= view.slice.viewpoint.asOf))
    .sort((a, b) =>
      (a.asOf?.end ?? '') < (b.asOf?.end ?? '')
        ? 1
        : (a.asOf?.end ?? '') > (b.asOf?.end ?? '')
          ? -1
          : a.id < b.id
            ? -1
            : 1,
    )
    .slice(0, limit)
    .map((note) => {
      const relays = note.citations
        .filter(({ relation }) => relation !== 'direct')
        .map(({ document }) => document.publisher.name)
      const who = note.speaker ?? note.saidBy.name
      const named = (role: 'from' | 'at' | 'to') =>
        words.list(note.places.filter((place) => place.role === role).map(({ name }) => name))
      const [from, at, to] = [named('from'), named('at'), named('to')]
      const way = from && to ? (from === to ? from : words.fromTo(from, to)) : from || to
      return {
        content: [{ text: note.text, cite: citeNote(book, note), ...inLanguage(wording, writtenIn(wording.crisis)) }],
        detail: [
          at,
          way,
          note.asOf ? asOfText(wording, note.asOf) : words.undated,
          [who, relays.length > 0 ? words.relay(words.list([...new Set(relays)])) : null]
            .filter(Boolean)
            .join(words.comma),
        ]
          .filter(Boolean)
          .join(' · '),
        href: `/crises/${view.slice.crisis.slug}/documents/${note.citations[0]?.document.id ?? ''}`,
      }
    })
}
