import { beginCorrection, shownCitation } from '@/domain/entry/correction-fields'
import { type FigureFields, typeQuantity } from '@/domain/entry/figure-fields'
import type { DisputeFields, NoteFields } from '@/domain/entry/note-fields'
import { publicationOf } from '@/domain/entry/to-figure-entry'
import type { Citation, Dispute, Figure } from '@/domain/figure/figure'
import type { Note } from '@/domain/note/note'
import type { AsOf } from '@/domain/time/instant'
import { typeTime } from '@/domain/time/read-typed-time'

/*
 * What was entered, as it stands in its form: to go on from it, and to change it. `zone`: the crisis's. `documentId`: which of its citations
 * the form shows.
 */

/** A figure in the form. */
export function fieldsOfFigure(figure: Figure, zone: string, documentId: string): FigureFields {
  const citation = shownCitation(figure.citations, documentId)
  const { claimant, statement, basis, asOf, derived } = figure
  const instant = (at: string | null) => (at ? typeTime({ start: at, end: at, precision: 'minute' }, zone) : '')
  return {
    ...typeQuantity(derived?.from ?? figure.quantity),
    statement: {
      ref: statement.id,
      claimant: { id: claimant.id, name: claimant.name },
      speaker: statement.speaker ?? '',
      occasion: statement.occasion ?? '',
      saidAt: typeTime(statement.saidAt, zone),
      relation: citation?.relation ?? 'relayed',
    },
    indicator: figure.indicator,
    unit: derived?.unit ?? figure.unit,
    householdSize: derived ? String(derived.factor) : '',
    population: figure.population,
    populationWords: figure.populationWords ?? '',
    places: figure.places,
    events: figure.events.map(({ id, title }) => ({ id, name: title })),
    basis: basis.kind,
    basisStart: instant(basis.start),
    basisEnd: instant(basis.end),
    isPeriodAssumed: basis.assumed,
    nature: figure.nature,
    asOf: typedAsOf(asOf, statement.saidAt ?? publishedOf(citation, zone), zone),
    isAsOfStated: asOf?.stated ?? false,
    asOfNote: asOf?.note ?? '',
    coverage: figure.coverage ?? '',
    partOf: figure.partOf === null ? null : { ref: figure.partOf, label: '' },
    credibility: figure.credibility,
    sensitivity: figure.sensitivity,
    reasons: Object.fromEntries(
      figure.findings.flatMap(({ code, acknowledged }) => (acknowledged ? [[code, acknowledged.reason]] : [])),
    ),
    correction: null,
    quote: citation?.quote ?? '',
    position: citation?.position ?? null,
  }
}

/** A note in the form. */
export function fieldsOfNote(note: Note, zone: string, documentId: string): NoteFields {
  const citation = shownCitation(note.citations, documentId)
  return {
    kind: note.kind,
    text: note.text,
    saidBy: { id: note.saidBy.id, name: note.saidBy.name },
    speaker: note.speaker ?? '',
    asOf: typedAsOf(note.asOf, publishedOf(citation, zone), zone),
    places: note.places,
    figures: note.figures.map((ref) => ({ ref, label: '' })),
    relation: citation?.relation ?? 'relayed',
    sensitivity: note.sensitivity,
    correction: null,
    quote: citation?.quote ?? '',
    position: citation?.position ?? null,
  }
}

/** A dispute in the form. */
export function fieldsOfDispute(dispute: Dispute, zone: string, documentId: string): DisputeFields {
  const citation = shownCitation(dispute.citations, documentId)
  return {
    figure: { ref: dispute.figure, label: '' },
    by: { id: dispute.by.id, name: dispute.by.name },
    aspect: dispute.aspect,
    words: dispute.words,
    statedAt: typedAsOf(dispute.statedAt, publishedOf(citation, zone), zone),
    relation: citation?.relation ?? 'relayed',
    correction: null,
    quote: citation?.quote ?? '',
    position: citation?.position ?? null,
  }
}

/** The same fields, to change what stands: with the version they are of, and the citations of other documents. */
export function toCorrect<Fields extends object>(
  fields: Fields,
  content: { version: number; citations: readonly Citation[] },
  documentId: string,
): Fields & { correction: ReturnType<typeof beginCorrection> } {
  return { ...fields, correction: beginCorrection(content, documentId) }
}

const publishedOf = (citation: Citation | undefined, zone: string) =>
  citation ? publicationOf(citation.document, zone) : null

/** Empty where nothing typed gives the same. */
function typedAsOf(asOf: AsOf | null, otherwise: AsOf | null, zone: string): string {
  if (!asOf) return ''
  const isSame = otherwise?.start === asOf.start && otherwise.end === asOf.end && otherwise.precision === asOf.precision
  return isSame && !asOf.stated ? '' : typeTime(asOf, zone)
}
