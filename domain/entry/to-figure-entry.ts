import type { z } from 'zod'
import { joinCitations } from '@/domain/entry/correction-fields'
import { type EntryRef, type FigureFields, quantityOf, type StatementFields } from '@/domain/entry/figure-fields'
import type { Citation } from '@/domain/figure/figure'
import type { FigureEntry, figureEntrySchema, statementEntrySchema } from '@/domain/figure/figure-entry'
import { derivePersons } from '@/domain/quantity/derive-persons'
import type { AsOf, Instant, Precision } from '@/domain/time/instant'
import { dayOf, startOfDay } from '@/domain/time/local-time'
import { readTypedTime } from '@/domain/time/read-typed-time'

/** The document that is entered from, as far as times and citations need it. */
export interface CitedDocument {
  id: string
  publisher: { id: string; name: string }
  publishedAt: Instant | null
  publishedPrecision: Precision | null
}

/** A field of a form that cannot be sent, and why: a key of the screen's words. */
export interface FieldProblem {
  field: string
  problem: 'missing' | 'no-number' | 'no-time' | 'no-size' | 'no-point' | 'too-many'
}

/** A figure as it is sent; what it is part of may be one that waits itself. */
export type SentFigure = Omit<z.input<typeof figureEntrySchema>, 'partOf'> & { partOf: EntryRef | null }
export type SentStatement = Pick<z.input<typeof statementEntrySchema>, 'claimant' | 'speaker' | 'occasion' | 'saidAt'>

interface Place {
  document: CitedDocument | null
  zone: string
}

const orNull = (text: string) => text.trim() || null

/** When the document was published, as an interval; null where it does not say. */
export function publicationOf(document: CitedDocument | null, zone: string): AsOf | null {
  if (!document?.publishedAt) return null
  const { publishedAt: end, publishedPrecision } = document
  const precision = publishedPrecision ?? 'minute'
  // Kept as the end of its interval: a day's end is the next midnight.
  const before = new Date(Date.parse(end) - 1).toISOString()
  const day = dayOf(before, zone)
  const starts = {
    minute: end,
    hour: new Date(Date.parse(end) - 3_600_000).toISOString(),
    day: startOfDay(day, zone),
    month: startOfDay(`${day.slice(0, 7)}-01`, zone),
  }
  return { start: starts[precision], end, precision, stated: false, note: null }
}

/** The day a clock time alone is of: that of the publication. */
export function dayOfDocument(document: CitedDocument | null, zone: string): string | null {
  const published = publicationOf(document, zone)
  return published && dayOf(published.start, zone)
}

/** The statement of the form, as it is sent first. */
export function toStatement(
  fields: StatementFields,
  { document, zone }: Place,
): { statement: SentStatement; problems: FieldProblem[] } {
  const problems: FieldProblem[] = []
  // If nobody is named, the publisher is the claimant.
  const claimant = fields.relation === 'unattributed' ? document?.publisher.id : fields.claimant?.id
  if (!claimant) problems.push({ field: 'claimant', problem: 'missing' })
  const saidAt = toTime(fields.saidAt, true, 'saidAt', { document, zone }, problems)
  const { speaker, occasion } = fields
  return {
    statement: { claimant: claimant ?? '', speaker: orNull(speaker), occasion: orNull(occasion), saidAt },
    problems,
  }
}

/** The figure of the form, as it is sent; `problems` names what cannot be sent yet. */
export function toFigureEntry(fields: FigureFields, place: Place): { figure: SentFigure; problems: FieldProblem[] } {
  const { document, zone } = place
  const problems: FieldProblem[] = []
  const missing = (field: string) => problems.push({ field, problem: 'missing' })
  if (!document) missing('document')
  if (fields.quote.trim() === '') missing('quote')
  if (fields.indicator === '') missing('indicator')
  const counted = quantityOf(fields)
  if (!counted) problems.push({ field: 'number', problem: fields.number.trim() === '' ? 'missing' : 'no-number' })
  const { quantity, unit, derived } = deriveFrom(fields, counted, problems)
  const start = toTime(fields.basisStart, false, 'basisStart', place, problems)
  const end = fields.basis === 'period' ? toTime(fields.basisEnd, false, 'basisEnd', place, problems) : null
  if (fields.basis === 'period' && !start) missing('basisStart')
  if (fields.basis === 'period' && !end) missing('basisEnd')
  const typed = toTime(fields.asOf, fields.isAsOfStated, 'asOf', place, problems)
  const said = toTime(fields.statement.saidAt, false, 'saidAt', place, [])
  const asOf = typed ?? said ?? publicationOf(document, zone)
  const note = orNull(fields.asOfNote)
  return {
    figure: {
      indicator: fields.indicator,
      population: fields.population,
      populationWords: orNull(fields.populationWords),
      places: fields.places.map(({ role, id }) => ({ role, id })),
      events: fields.events.map(({ id }) => id),
      quantity,
      unit,
      derived,
      basis: {
        kind: fields.basis,
        start: fields.basis === 'stock' ? null : (start?.start ?? null),
        end: end?.end ?? null,
        assumed: fields.basis === 'period' && fields.isPeriodAssumed,
      },
      nature: fields.nature,
      asOf: asOf && { ...asOf, note },
      coverage: orNull(fields.coverage),
      partOf: fields.partOf?.ref ?? null,
      credibility: fields.credibility,
      sensitivity: fields.sensitivity,
      citations: joinCitations(toCitation(fields, fields.statement.relation, document), fields.correction),
      acknowledged: Object.entries(fields.reasons).flatMap(([code, reason]) =>
        reason.trim() === '' ? [] : [{ code, reason: reason.trim() }],
      ),
    },
    problems,
  }
}

/** A citation as it is sent, with where the words stand. */
export function toCitation(
  { quote, position }: Pick<FigureFields, 'quote' | 'position'>,
  relation: Citation['relation'],
  document: CitedDocument | null,
) {
  return { document: document?.id ?? '', quote: quote.trim(), relation, position }
}

/** A typed time as an interval; what is typed and is none goes into `problems`. */
export function toTime(
  typed: string,
  stated: boolean,
  field: string,
  { document, zone }: Place,
  problems: FieldProblem[],
): AsOf | null {
  if (typed.trim() === '') return null
  const span = readTypedTime(typed, zone, dayOfDocument(document, zone))
  if (!span) problems.push({ field, problem: 'no-time' })
  return span && { ...span, stated, note: null }
}

const nothing = { low: null, high: null, qualifier: 'unquantified', words: '' } as const

function deriveFrom(fields: FigureFields, counted: FigureEntry['quantity'] | null, problems: FieldProblem[]) {
  const size = fields.householdSize.trim()
  if (!counted || fields.unit !== 'households' || size === '') {
    return { quantity: counted ?? nothing, unit: fields.unit, derived: null }
  }
  const factor = Number(size.replace(',', '.'))
  if (!(factor > 0 && factor <= 50)) {
    problems.push({ field: 'householdSize', problem: 'no-size' })
    return { quantity: counted, unit: fields.unit, derived: null }
  }
  const { persons, derivation } = derivePersons(counted, { factor, words: '' })
  return { quantity: persons, unit: 'persons' as const, derived: derivation }
}
