import type { AssignedIds } from '@/domain/dataset/assign-ids'
import type { Dataset } from '@/domain/dataset/dataset'
import { readInterval } from '@/domain/dataset/dataset-times'
import { locateQuote } from '@/domain/document/locate-quote'
import type { Citation, Claimant, Dispute, Figure } from '@/domain/figure/figure'
import type { Indicator } from '@/domain/indicator/indicator'
import type { Note } from '@/domain/note/note'
import { everyone } from '@/domain/population/population'
import { derivePersons, isSameNumber } from '@/domain/quantity/derive-persons'
import { makeQuantity, type Quantity } from '@/domain/quantity/quantity'
import type { Instant } from '@/domain/time/instant'
import { parseWhen } from '@/domain/time/local-time'
import { earliestOf, endByPublication } from '@/domain/time/publication'

export type DatasetStatement = Dataset['statements'][number]
export type DatasetFigure = DatasetStatement['figures'][number]
type DatasetCitation = DatasetFigure['citations'][number]
type Stamp = Pick<Figure, 'version' | 'reason'> & { knownFrom?: Instant }

/** Makes the ledger's entries of a dataset's, one at a time. */
export interface EntryBuilder {
  buildFigure: (figure: DatasetFigure, statement: DatasetStatement, stamp?: Stamp) => Figure
  buildNote: (note: Dataset['notes'][number]) => Note
  buildDispute: (dispute: Dataset['disputes'][number]) => Dispute
  /** When something of these documents could first be known: the earliest publication, or retrieval where a page bears no date. */
  knownFrom: (citations: readonly { document: string }[]) => Instant
}

export interface EntryGround {
  ids: AssignedIds
  newId: () => string
  indicators: readonly Indicator[]
  /** The moment of loading: a page retrieved today, by the day only, was retrieved by now. */
  now: Instant
}

const firstVersion: Stamp = { version: 1, reason: null }

/**
 * Prepares a dataset for building entries: keys become `ids`, times instants of the crisis's zone. Citations get ids from `newId`.
 * @throws Error (when building) that names a quote which does not stand in its document's text
 */
export function prepareEntries(dataset: Dataset, { ids, newId, indicators, now }: EntryGround): EntryBuilder {
  const { timeZone: zone, slug } = dataset.crisis
  const claimants = new Map(dataset.sources.map((source) => [source.key, toClaimant(source, ids)]))
  const placeNames = new Map(dataset.places.map(({ key, names }) => [key, names[0]?.name ?? key]))
  const eventTitles = new Map(dataset.events.map(({ key, title }) => [key, title]))
  const units = new Map(indicators.map(({ key, unit }) => [key, unit]))
  const documents = new Map(
    dataset.documents.map((document) => {
      const published = document.publishedAt === null ? null : parseWhen(document.publishedAt, zone)
      const publisher = claimants.get(document.publisher)
      const cited: Citation['document'] = {
        id: ids.of('document', document.key),
        title: document.title,
        url: document.url,
        publisher: { id: publisher?.id ?? '', name: publisher?.name ?? document.publisher },
        publishedAt: published?.end ?? null,
        publishedPrecision: published?.precision ?? null,
        language: document.language,
      }
      return [
        document.key,
        { cited, text: document.text, knownFrom: published?.end ?? retrieved(document.retrievedAt, zone, now) },
      ]
    }),
  )
  const need = <Value>(map: ReadonlyMap<string, Value>, key: string): Value => {
    const value = map.get(key)
    if (value === undefined) throw new Error(`The dataset has no "${key}".`)
    return value
  }

  const knownFrom = (citations: readonly { document: string }[]) =>
    earliestOf(citations.map(({ document }) => need(documents, document).knownFrom)) ?? ''
  const publications = (citations: readonly DatasetCitation[]) =>
    citations.map(({ document }) => need(documents, document).cited.publishedAt)
  const toPlaces = (places: DatasetFigure['places']) =>
    places.map(({ role, place }) => ({ role, id: ids.of('place', place), name: need(placeNames, place) }))
  const toCitation = ({ document: key, quote, language, relation }: DatasetCitation): Citation => {
    const { cited, text } = need(documents, key)
    const position = text === null ? null : locateQuote(text, quote)
    if (text !== null && position === null) throw new Error(`Document "${key}" does not hold the quote "${quote}".`)
    return { id: newId(), document: cited, quote, language: language ?? cited.language, relation, position }
  }
  const toAsOf = (
    interval: DatasetStatement['asOf'],
    citations: readonly DatasetCitation[],
    about: { stated: boolean; note: string | null },
  ) => endByPublication(interval === null ? null : readInterval(interval, zone, about), publications(citations))

  const buildFigure: EntryBuilder['buildFigure'] = (figure, statement, stamp = firstVersion) => {
    const [first, second] = Array.isArray(figure.value) ? figure.value : [figure.value, null]
    const stated = figure.asOfStated ?? (figure.asOf === undefined && statement.asOfStated)
    const saidAt = statement.saidAt
    const quantity = makeQuantity(figure.qualifier, first, second, figure.words)
    return {
      id: ids.of('figure', figure.key),
      version: stamp.version,
      crisis: slug,
      indicator: figure.indicator,
      population: { ...everyone, ...figure.population },
      populationWords: figure.populationWords,
      places: toPlaces(figure.places),
      events: figure.events.map((event) => ({ id: ids.of('event', event), title: need(eventTitles, event) })),
      quantity,
      unit: figure.unit ?? need(units, figure.indicator),
      basis: {
        kind: figure.basis,
        start: figure.basisFrom === null ? null : parseWhen(figure.basisFrom, zone).start,
        end: figure.basisTo === null ? null : parseWhen(figure.basisTo, zone).end,
        assumed: figure.basisAssumed,
      },
      nature: figure.nature,
      asOf: toAsOf(figure.asOf === undefined ? statement.asOf : figure.asOf, figure.citations, {
        stated,
        note: figure.asOfNote,
      }),
      claimant: need(claimants, statement.claimant),
      statement: {
        id: ids.of('statement', statement.key),
        saidAt: saidAt === null ? null : readInterval(saidAt, zone, { stated: true, note: null }),
        speaker: statement.speaker,
        occasion: statement.occasion,
      },
      officeCheck: null,
      credibility: figure.credibility,
      sensitivity: figure.sensitivity,
      state: 'approved',
      partOf: ids.ofMaybe('figure', figure.partOf),
      coverage: figure.coverage,
      derived: toDerivation(figure, quantity),
      citations: figure.citations.map(toCitation),
      disputes: [],
      findings: [],
      reason: stamp.reason,
      knownFrom: stamp.knownFrom ?? knownFrom(figure.citations),
      knownTo: null,
    }
  }

  return {
    buildFigure,
    knownFrom,
    buildNote: (note) => ({
      id: ids.of('note', note.key),
      version: 1,
      crisis: slug,
      kind: note.kind,
      text: note.text,
      saidBy: need(claimants, note.saidBy),
      speaker: note.speaker,
      asOf: toAsOf(note.asOf, note.citations, { stated: false, note: null }),
      places: toPlaces(note.places),
      figures: note.figures.map((figure) => ids.of('figure', figure)),
      citations: note.citations.map(toCitation),
      sensitivity: note.sensitivity,
      state: 'approved',
      reason: null,
      knownFrom: knownFrom(note.citations),
      knownTo: null,
    }),
    buildDispute: (dispute) => ({
      id: ids.of('dispute', dispute.key),
      version: 1,
      figure: ids.of('figure', dispute.figure),
      by: need(claimants, dispute.by),
      aspect: dispute.aspect,
      statedAt: toAsOf(dispute.statedAt, dispute.citations, { stated: true, note: null }),
      words: dispute.words,
      citations: dispute.citations.map(toCitation),
      state: 'approved',
      reason: null,
      knownFrom: knownFrom(dispute.citations),
      knownTo: null,
    }),
  }
}

/** The derivation of a figure that has one. @throws Error where its number is not what the arithmetic gives */
function toDerivation({ key, derived }: DatasetFigure, quantity: Quantity): Figure['derived'] {
  if (derived === null) return null
  const [first, second] = Array.isArray(derived.value) ? derived.value : [derived.value, null]
  const households = makeQuantity(derived.qualifier, first, second, derived.words)
  const { persons, derivation } = derivePersons(households, { factor: derived.size, words: derived.sizeWords })
  if (!isSameNumber(persons, quantity)) {
    throw new Error(
      `Figure "${key}" is not ${derivation.arithmetic}: that gives ${persons.qualifier} ${persons.low ?? persons.high}.`,
    )
  }
  return derivation
}

/** When a document was retrieved, as an instant that is past. */
export function retrieved(written: string, zone: string, now: Instant): Instant {
  const { end } = parseWhen(written, zone)
  return end < now ? end : now
}

const toClaimant = ({ key, name, kind, party }: Dataset['sources'][number], ids: AssignedIds): Claimant => ({
  id: ids.of('source', key),
  name,
  kind,
  party,
  // What the claimant is graded on the day is read from its grades; checks do not look at it.
  reliability: 'F',
})
