import type { CorrectionFields } from '@/domain/entry/correction-fields'
import type { LookupItem } from '@/domain/entry/lookup'
import type { Citation, Figure, PlaceRef } from '@/domain/figure/figure'
import type { Indicator, Unit } from '@/domain/indicator/indicator'
import { everyone, type Population } from '@/domain/population/population'
import { makeQuantity, type Qualifier, type Quantity } from '@/domain/quantity/quantity'
import type { ProposedFigure } from '@/domain/reading/propose-figures'
import { readQuantity } from '@/domain/reading/read-quantity'

/*
 * What stands in the form of a figure, as a person types it and as a draft keeps it: texts where texts are typed, names beside ids. It becomes an entry only when it
 * is sent (`toFigureEntry`).
 */

/** An id, or where it will be found in the answer to an earlier submission that still waits to be sent. */
export type EntryRef = string | { $ref: string; pointer: string }

export type Named = Pick<LookupItem, 'id' | 'name'>

/** Who said it: of one that was entered already its `ref`; the rest is typed for a new one. */
export interface StatementFields {
  ref: EntryRef | null
  claimant: Named | null
  speaker: string
  occasion: string
  saidAt: string
  relation: Citation['relation']
}

/** Words of the document. `position`: where they stand in its text; null where they were typed. */
export interface QuoteFields {
  quote: string
  position: Citation['position']
}

export interface FigureFields extends QuoteFields {
  statement: StatementFields
  indicator: string
  /** As typed: "2", "10-15". */
  number: string
  qualifier: Qualifier
  /** The published words of the number. */
  words: string
  unit: Unit
  /** People in a household, where persons are derived from households; empty: not derived. */
  householdSize: string
  population: Population
  populationWords: string
  places: PlaceRef[]
  events: Named[]
  basis: Figure['basis']['kind']
  basisStart: string
  basisEnd: string
  isPeriodAssumed: boolean
  nature: Figure['nature']
  /** Empty: when it was said, else published. */
  asOf: string
  isAsOfStated: boolean
  asOfNote: string
  coverage: string
  partOf: { ref: EntryRef; label: string } | null
  credibility: Figure['credibility']
  sensitivity: Figure['sensitivity']
  /** Why a finding is accepted, by its code. */
  reasons: Record<string, string>
  /** Set where the form changes what was entered before. */
  correction: CorrectionFields | null
}

export const blankStatement: StatementFields = {
  ref: null,
  claimant: null,
  speaker: '',
  occasion: '',
  saidAt: '',
  relation: 'relayed',
}

export const blankFigure: FigureFields = {
  statement: blankStatement,
  indicator: 'killed',
  number: '',
  qualifier: 'exact',
  words: '',
  unit: 'persons',
  householdSize: '',
  population: everyone,
  populationWords: '',
  places: [],
  events: [],
  basis: 'running-total',
  basisStart: '',
  basisEnd: '',
  isPeriodAssumed: false,
  nature: 'count',
  asOf: '',
  isAsOfStated: false,
  asOfNote: '',
  coverage: '',
  partOf: null,
  credibility: '6',
  sensitivity: 'public',
  reasons: {},
  correction: null,
  quote: '',
  position: null,
}

/**
 * What the next figure of the document begins with: whatever the last one said, but for its number, its quote and what it was a part of. Why
 * an old number is entered now is the same for the whole document, and stays too.
 */
export function carryOver(last: FigureFields): FigureFields {
  const { number, qualifier, words, quote, position, partOf, coverage, correction } = blankFigure
  const reasons: FigureFields['reasons'] = last.reasons.stale ? { stale: last.reasons.stale } : {}
  return {
    ...last,
    number,
    qualifier,
    words,
    quote,
    position,
    reasons,
    partOf,
    coverage,
    correction,
    householdSize: '',
  }
}

/** A part of a figure that was just entered: the same people, time and quote, another number of them. */
export function beginPart(whole: FigureFields, ref: EntryRef, label: string): FigureFields {
  return { ...carryOver(whole), quote: whole.quote, position: whole.position, partOf: { ref, label } }
}

/** The fields with words of the document in them: quote and position, and what number the words hold. `language`: the document's. */
export function takeWords(fields: FigureFields, taken: QuoteFields, language: string | null): FigureFields {
  const read = readQuantity(taken.quote, language)
  if (!read) return { ...fields, ...taken }
  const { quantity, unit } = read
  return { ...fields, ...taken, ...typeQuantity(quantity), unit: unit ?? fields.unit }
}

/** The fields with a figure that Attest found in the text; what it cannot tell stays as the last figure said. */
export function takeProposal(
  fields: FigureFields,
  { quote, start, end, quantity, indicator, population, unit, scopeHint }: ProposedFigure,
  codelist: readonly Indicator[],
): FigureFields {
  const row = codelist.find(({ key }) => key === indicator)
  const chosen = row ? chooseIndicator(fields, row) : fields
  return {
    ...chosen,
    ...typeQuantity(quantity),
    unit,
    quote,
    position: { start, end },
    population: { ...everyone, group: fields.population.group, ...population },
    basis: scopeHint === 'new' ? 'period' : chosen.basis,
    nature: scopeHint === 'projection' ? 'projection' : 'count',
    reasons: carryOver(fields).reasons,
  }
}

/** A quantity as it would be typed. */
export function typeQuantity({
  low,
  high,
  qualifier,
  words,
}: Quantity): Pick<FigureFields, 'number' | 'qualifier' | 'words'> {
  const number = qualifier === 'between' ? `${low}–${high}` : String(low ?? high ?? '')
  return { number, qualifier, words }
}

/** The fields after the number was typed: "at least 20" sets the qualifier too, "10-15" a range; published words that say another number go. */
export function typeNumber(fields: FigureFields, number: string): FigureFields {
  const typed = readQuantity(number)?.quantity
  const said = fields.words === '' ? null : readQuantity(fields.words)?.quantity
  const numberOf = ({ low, high }: Quantity) => low ?? high
  const isSaid = typed && said && numberOf(typed) === numberOf(said)
  const words = isSaid ? fields.words : ''
  if (typed && (typed.qualifier !== 'exact' || fields.qualifier === 'between' || fields.qualifier === 'unquantified')) {
    return { ...fields, number, words, qualifier: typed.qualifier }
  }
  return { ...fields, number, words }
}

/** What was typed as a quantity; null where that cannot be. */
export function quantityOf({
  number,
  qualifier,
  words,
}: Pick<FigureFields, 'number' | 'qualifier' | 'words'>): Quantity | null {
  const said = (words || number).trim()
  if (qualifier === 'unquantified') return said === '' ? null : makeQuantity('unquantified', null, null, said)
  const typed = readQuantity(number)?.quantity
  const first = typed?.low ?? typed?.high ?? null
  try {
    return makeQuantity(qualifier, first, qualifier === 'between' ? (typed?.high ?? null) : null, said)
  } catch {
    return null
  }
}

/** The fields after another indicator was chosen: its unit, and the basis that it is counted on. */
export function chooseIndicator(fields: FigureFields, indicator: Indicator): FigureFields {
  const bases = {
    'running-total': 'running-total',
    flow: 'period',
    stock: 'stock',
    'event-count': 'running-total',
  } as const
  return { ...fields, indicator: indicator.key, unit: indicator.unit, basis: bases[indicator.measure] }
}
