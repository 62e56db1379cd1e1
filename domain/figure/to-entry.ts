import type { z } from 'zod'
import type { Citation, Dispute, Figure } from '@/domain/figure/figure'
import type { CitationEntry, disputeEntrySchema, FigureEntry, noteEntrySchema } from '@/domain/figure/figure-entry'
import type { Note } from '@/domain/note/note'

/*
 * What stands in the ledger, as a person would enter it: what a correction starts from. Embargoes are known to the ledger alone.
 */

export function toFigureEntry(figure: Figure): Omit<FigureEntry, 'embargoUntil'> {
  const { indicator, population, populationWords, quantity, unit, basis, nature, asOf } = figure
  const { coverage, derived, partOf, credibility, sensitivity } = figure
  return {
    indicator,
    population,
    populationWords,
    places: figure.places.map(({ role, id }) => ({ role, id })),
    events: figure.events.map(({ id }) => id),
    quantity,
    unit,
    basis,
    nature,
    asOf,
    coverage,
    derived,
    partOf,
    credibility,
    sensitivity,
    citations: toCitationEntries(figure.citations),
    acknowledged: figure.findings.flatMap(({ code, acknowledged }) =>
      acknowledged ? [{ code, reason: acknowledged.reason }] : [],
    ),
  }
}

export function toNoteEntry(note: Note): Omit<z.infer<typeof noteEntrySchema>, 'crisis' | 'embargoUntil'> {
  const { kind, text, saidBy, speaker, asOf, places, figures, citations, sensitivity } = note
  return {
    kind,
    text,
    saidBy: saidBy.id,
    speaker,
    asOf,
    places: places.map(({ role, id }) => ({ role, id })),
    figures,
    citations: toCitationEntries(citations),
    sensitivity,
  }
}

export function toDisputeEntry(dispute: Dispute): Omit<z.infer<typeof disputeEntrySchema>, 'crisis'> {
  const { figure, by, aspect, statedAt, words, citations } = dispute
  return { figure, by: by.id, aspect, statedAt, words, citations: toCitationEntries(citations) }
}

const toCitationEntries = (citations: readonly Citation[]): CitationEntry[] =>
  citations.map(({ document, quote, language, relation }) => ({ document: document.id, quote, language, relation }))
