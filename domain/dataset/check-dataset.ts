import type { ScopeSelector } from '@/domain/crisis/crisis'
import type { Dataset } from '@/domain/dataset/dataset'
import { codelist } from '@/domain/indicator/codelist'
import { findNumbers } from '@/domain/quantity/numbers-in-text'
import { makeQuantity } from '@/domain/quantity/quantity'

type DatasetFigure = Dataset['statements'][number]['figures'][number]
type Citation = DatasetFigure['citations'][number]

/**
 * Everything in a parsed dataset that cannot be loaded as it stands, one plain sentence each: keys used twice, keys that name nothing,
 * impossible quantities, parts that contain themselves, references in prose to nothing, quotes without their number.
 */
export function findDatasetProblems(dataset: Dataset): string[] {
  const problems: string[] = []
  const figures = dataset.statements.flatMap((statement) => statement.figures)
  const keys = {
    place: indexKeys('place', dataset.places, problems),
    source: indexKeys('source', dataset.sources, problems),
    event: indexKeys('event', dataset.events, problems),
    document: indexKeys('document', dataset.documents, problems),
    statement: indexKeys('statement', dataset.statements, problems),
    figure: indexKeys('figure', figures, problems),
    dispute: indexKeys('dispute', dataset.disputes, problems),
    note: indexKeys('note', dataset.notes, problems),
    indicator: new Set(codelist.map(({ key }) => key)),
    group: new Set(dataset.crisis.groups.map(({ slug }) => slug)),
    'key figure': indexKeys('key figure', dataset.crisis.keyFigures, problems),
  }
  type Kind = keyof typeof keys
  const need = (owner: string, kind: Kind, key: string | null) => {
    if (key !== null && !keys[kind].has(key)) problems.push(`${owner}: the ${kind} "${key}" is not defined.`)
  }
  const needAll = (owner: string, kind: Kind, list: string[]) => {
    for (const key of list) need(owner, kind, key)
  }
  const needScope = (owner: string, scope: ScopeSelector) => {
    need(owner, 'indicator', scope.indicator)
    need(owner, 'group', scope.population.group)
    needAll(owner, 'event', scope.events)
    needAll(
      owner,
      'place',
      scope.places.map(({ id }) => id),
    )
  }
  const needCitations = (owner: string, citations: Citation[]) => {
    for (const citation of citations) {
      need(owner, 'document', citation.document)
      if (citation.quote.trim() === '') problems.push(`${owner}: the quote from "${citation.document}" is empty.`)
    }
  }
  const needReferences = (owner: string, texts: string[]) => {
    for (const [, kind, key] of texts.join('\n').matchAll(/\{\{(\w+):([^}]*)\}\}/g)) {
      if (kind === 'figure' || kind === 'note') need(owner, kind, key ?? '')
      else if (kind === 'headline') need(owner, 'key figure', key ?? '')
      else problems.push(`${owner}: {{${kind}:...}} is not a reference; use figure, headline or note.`)
    }
  }

  const { crisis } = dataset
  need('Crisis', 'source', crisis.ombudsman)
  needAll('Crisis', 'source', [...crisis.policy.preferredSources, ...crisis.claimantOrder])
  for (const keyFigure of crisis.keyFigures) {
    for (const { scope } of [keyFigure, ...keyFigure.parts]) needScope(`Key figure "${keyFigure.key}"`, scope)
  }
  for (const chart of crisis.charts) {
    for (const { scope } of chart.lines) needScope(`Chart "${chart.key}"`, scope)
  }

  for (const { key, parent } of dataset.places) need(`Place "${key}"`, 'place', parent)
  for (const { key, parent } of dataset.sources) need(`Source "${key}"`, 'source', parent)
  for (const { key, parent, place } of dataset.events) {
    need(`Event "${key}"`, 'event', parent)
    need(`Event "${key}"`, 'place', place)
  }
  for (const { key, publisher } of dataset.documents) need(`Document "${key}"`, 'source', publisher)
  for (const { key, claimant, figures } of dataset.statements) {
    need(`Statement "${key}"`, 'source', claimant)
    if (figures.length === 0) problems.push(`Statement "${key}": it holds no figure.`)
  }
  for (const figure of figures) {
    const owner = `Figure "${figure.key}"`
    need(owner, 'indicator', figure.indicator)
    need(owner, 'group', figure.population.group ?? null)
    needAll(owner, 'event', figure.events)
    needAll(
      owner,
      'place',
      figure.places.map(({ place }) => place),
    )
    need(owner, 'figure', figure.partOf)
    needCitations(owner, figure.citations)
    problems.push(...findQuantityProblems(figure).map((problem) => `${owner}: ${problem}`))
  }
  problems.push(...findCircles('Figure', new Map(figures.map(({ key, partOf }) => [key, partOf]))))
  problems.push(...findCircles('Place', new Map(dataset.places.map(({ key, parent }) => [key, parent]))))
  problems.push(...findCircles('Source', new Map(dataset.sources.map(({ key, parent }) => [key, parent]))))
  problems.push(...findCircles('Event', new Map(dataset.events.map(({ key, parent }) => [key, parent]))))

  for (const dispute of dataset.disputes) {
    const owner = `Dispute "${dispute.key}"`
    need(owner, 'figure', dispute.figure)
    need(owner, 'source', dispute.by)
    needCitations(owner, dispute.citations)
  }
  for (const note of dataset.notes) {
    const owner = `Note "${note.key}"`
    need(owner, 'source', note.saidBy)
    needAll(owner, 'figure', note.figures)
    needAll(
      owner,
      'place',
      note.places.map(({ place }) => place),
    )
    needCitations(owner, note.citations)
  }
  for (const [index, change] of dataset.changes.entries()) {
    const owner = `Change ${index + 1} (${change.kind})`
    if ('figure' in change) need(owner, 'figure', change.figure)
    if (change.kind === 'resolve') need(owner, 'statement', change.statement)
    if (change.kind === 'grade') need(owner, 'source', change.source)
    if (change.kind === 'independent') needAll(owner, 'source', [change.a, change.b])
    if (change.kind === 'correct') {
      need(owner, 'figure', change.change.partOf ?? null)
      needAll(owner, 'event', change.change.events ?? [])
      needAll(
        owner,
        'place',
        (change.change.places ?? []).map(({ place }) => place),
      )
      needCitations(owner, change.change.citations ?? [])
    }
  }
  const numbers = new Set<number>()
  for (const sitrep of dataset.sitreps) {
    const owner = `Sitrep ${sitrep.number}`
    if (numbers.has(sitrep.number)) problems.push(`${owner}: the number is used twice.`)
    numbers.add(sitrep.number)
    for (const { highlights, overview } of [sitrep, ...sitrep.errata]) {
      needReferences(owner, [...(highlights ?? []), overview ?? ''])
    }
  }
  return problems
}

function indexKeys(kind: string, entries: { key: string }[], problems: string[]): Set<string> {
  const seen = new Set<string>()
  for (const { key } of entries) {
    if (seen.has(key)) problems.push(`${kind[0]?.toUpperCase()}${kind.slice(1)} "${key}": the key is used twice.`)
    seen.add(key)
  }
  return seen
}

function findQuantityProblems({ qualifier, value, words, derived, citations, acknowledged }: DatasetFigure): string[] {
  const [first, second] = Array.isArray(value) ? value : [value, null]
  try {
    makeQuantity(qualifier, first, second, words)
  } catch {
    return [`the value ${JSON.stringify(value)} does not fit the qualifier "${qualifier}".`]
  }
  if (acknowledged.some(({ code }) => code === 'number-not-in-quote')) return []
  if (qualifier === 'unquantified') {
    return citations.some(({ quote }) => quote.toLowerCase().includes(words.toLowerCase()))
      ? []
      : [`no quote holds its words "${words}".`]
  }
  // Of a derived number the source published the households.
  const published = derived === null ? [first, second] : [derived.value].flat()
  const numbers = published.filter((number) => number !== null)
  return citations.flatMap(({ quote }) =>
    numbers
      .filter((number) => !findNumbers(quote).some(({ value }) => value === number))
      .map((number) => `the quote "${quote}" does not hold the number ${number}.`),
  )
}

function findCircles(kind: string, parents: Map<string, string | null>): string[] {
  return [...parents.keys()].flatMap((start) => {
    let here = parents.get(start) ?? null
    for (let steps = 0; here !== null && here !== start && steps < parents.size; steps++) {
      here = parents.get(here) ?? null
    }
    return here === start ? [`${kind} "${start}": it lies within itself.`] : []
  })
}
