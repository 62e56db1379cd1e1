import { type CorrectionFields, joinCitations } from '@/domain/entry/correction-fields'
import type { EntryRef, Named, QuoteFields } from '@/domain/entry/figure-fields'
import {
  type CitedDocument,
  type FieldProblem,
  publicationOf,
  toCitation,
  toTime,
} from '@/domain/entry/to-figure-entry'
import type { Citation, Dispute, PlaceRef } from '@/domain/figure/figure'
import type { Note } from '@/domain/note/note'
import type { Audience } from '@/domain/viewpoint/viewpoint'

/** A figure that a note or a dispute is about. */
export interface FigureRef {
  ref: EntryRef
  label: string
}

/** A note as it stands in its form. */
export interface NoteFields extends QuoteFields {
  kind: Note['kind']
  text: string
  saidBy: Named | null
  speaker: string
  /** Empty: as published. */
  asOf: string
  places: PlaceRef[]
  figures: FigureRef[]
  relation: Citation['relation']
  sensitivity: Audience
  correction: CorrectionFields | null
}

/** A dispute as it stands in its form. */
export interface DisputeFields extends QuoteFields {
  figure: FigureRef | null
  by: Named | null
  aspect: Dispute['aspect']
  words: string
  statedAt: string
  relation: Citation['relation']
  correction: CorrectionFields | null
}

export const blankNote: NoteFields = {
  kind: 'displacement',
  text: '',
  saidBy: null,
  speaker: '',
  asOf: '',
  places: [],
  figures: [],
  relation: 'relayed',
  sensitivity: 'public',
  correction: null,
  quote: '',
  position: null,
}

export const blankDispute: DisputeFields = {
  figure: null,
  by: null,
  aspect: 'unspecified',
  words: '',
  statedAt: '',
  relation: 'relayed',
  correction: null,
  quote: '',
  position: null,
}

interface Place {
  document: CitedDocument | null
  zone: string
}

/** The note as it is sent; `problems` names what cannot be sent yet. */
export function toNoteEntry(fields: NoteFields, place: Place) {
  const { document, zone } = place
  const problems: FieldProblem[] = []
  const saidBy = fields.relation === 'unattributed' ? document?.publisher.id : fields.saidBy?.id
  const text = fields.text.trim()
  if (text === '') problems.push({ field: 'text', problem: 'missing' })
  if (!saidBy) problems.push({ field: 'saidBy', problem: 'missing' })
  if (fields.quote.trim() === '') problems.push({ field: 'quote', problem: 'missing' })
  const asOf = toTime(fields.asOf, true, 'asOf', place, problems) ?? publicationOf(document, zone)
  const note = {
    kind: fields.kind,
    text,
    saidBy: saidBy ?? '',
    speaker: fields.speaker.trim() || null,
    asOf,
    places: fields.places.map(({ role, id }) => ({ role, id })),
    figures: fields.figures.map(({ ref }) => ref),
    citations: joinCitations(toCitation(fields, fields.relation, document), fields.correction),
    sensitivity: fields.sensitivity,
  }
  return { note, problems }
}

/** The dispute as it is sent; `problems` names what cannot be sent yet. */
export function toDisputeEntry(fields: DisputeFields, place: Place) {
  const { document, zone } = place
  const problems: FieldProblem[] = []
  const by = fields.relation === 'unattributed' ? document?.publisher.id : fields.by?.id
  if (!fields.figure) problems.push({ field: 'figure', problem: 'missing' })
  if (!by) problems.push({ field: 'by', problem: 'missing' })
  if (fields.quote.trim() === '') problems.push({ field: 'quote', problem: 'missing' })
  const statedAt = toTime(fields.statedAt, true, 'statedAt', place, problems) ?? publicationOf(document, zone)
  const dispute = {
    figure: fields.figure?.ref ?? '',
    by: by ?? '',
    aspect: fields.aspect,
    statedAt,
    words: fields.words.trim() || fields.quote.trim(),
    citations: joinCitations(toCitation(fields, fields.relation, document), fields.correction),
  }
  return { dispute, problems }
}
