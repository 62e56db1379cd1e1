import type { Ref } from 'react'
import type { EntryLine } from '@/components/entry/entry-lines'
import type { Again, Changing } from '@/components/entry/use-correction'
import type { TextSpan } from '@/domain/document/text-steps'
import type { Named, QuoteFields } from '@/domain/entry/figure-fields'
import type { GroundKind } from '@/domain/entry/ground-fields'
import type { CitedDocument } from '@/domain/entry/to-figure-entry'
import type { Dispute, Figure } from '@/domain/figure/figure'
import type { Note } from '@/domain/note/note'

/** A document as the desk shows it. */
export interface DeskDocument extends CitedDocument {
  title: string
  language: string
  text: string | null
  /** When it was published, in words; null where it does not say. */
  published: string | null
}

export interface PanelHandle {
  take: (words: QuoteFields) => void
}

/** Asks for a source, place or event that is not there yet, by what was typed. */
export type AddGround = (kind: GroundKind, typed: string, onAdded: (added: Named) => void) => void

/** What the form of a figure, note or dispute is given by the desk around it. */
export interface PanelProps<Content, Handle extends PanelHandle = PanelHandle> {
  document: DeskDocument
  paragraphs: TextSpan[]
  lines: EntryLine[]
  again: Again | null
  changing: Changing<Content> | null
  handle: Ref<Handle>
  onSaved: (line: EntryLine, text: string, then?: 'next' | 'part') => void
  onAdd: AddGround
}

/** Which entry of the document is changed, and what of it stands. */
export type ChangingEntry =
  | { noun: 'figure'; changing: Changing<Figure> }
  | { noun: 'note'; changing: Changing<Note> }
  | { noun: 'dispute'; changing: Changing<Dispute> }
