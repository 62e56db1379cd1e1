import type { CitationBook } from '@/domain/citation/citation-book'
import type { Run } from '@/domain/citation/cited-source'
import { groupBy } from '@/domain/collection/group-by'
import type { Scope } from '@/domain/figure/scope'
import type { IndicatorGroup } from '@/domain/indicator/indicator'
import type { LedgerView } from '@/domain/ledger/ledger-view'
import type { Position } from '@/domain/reconciliation/headline'
import type { Block } from '@/domain/sitrep/sitrep'
import { citePosition } from '@/domain/wording/word-headline'
import { asOfText, quantityText, subjectOf, type Wording } from '@/domain/wording/wording'

interface Ground {
  wording: Wording
  view: LedgerView
  book: CitationBook
}
type Table = Extract<Block, { kind: 'table' }>

/**
 * Every position in the scopes of the given indicator groups, a row each, in one table per set of events: people of different events are
 * different people and never stand in one list as if they were rivals.
 */
export function composePositionTables({ wording, view, book }: Ground, groups: IndicatorGroup[]): Table[] {
  const { words } = wording
  return byEvents(
    wording,
    view,
    scopesOf(view, wording, (scope) => groups.includes(groupOf(wording, scope))),
  ).map(([caption, scopes]) =>
    withoutEmptyColumn({
      kind: 'table',
      caption: caption || words.report.noEvent,
      columns: [
        { label: words.columns.what, align: 'start' },
        { label: words.columns.claimant, align: 'start' },
        { label: words.columns.figure, align: 'end' },
        { label: words.columns.asOf, align: 'start' },
        { label: words.columns.note, align: 'start' },
      ],
      rows: scopes.flatMap((scope) =>
        view.headlineOf(scope).positions.map((position, index): Run[][] => [
          index === 0 ? subjectRuns(wording, scope, caption) : [],
          [{ text: position.claimant.name }],
          [
            {
              text: quantityText(wording, position.quantity),
              cite: citePosition(book, view, position),
              muted: position.earlier,
            },
          ],
          [{ text: asOfText(wording, position.asOf) }],
          [{ text: noteOf(wording, position), muted: true }],
        ]),
      ),
    }),
  )
}

/** A last column in which nothing stands only takes room. */
function withoutEmptyColumn(table: Table): Table {
  if (table.rows.some((row) => row.at(-1)?.some(({ text }) => text !== ''))) return table
  return { ...table, columns: table.columns.slice(0, -1), rows: table.rows.map((row) => row.slice(0, -1)) }
}

/** The ombudsman's positions beside everyone else's in the same scopes, one table per set of events. */
export function composeOmbudsmanTables({ wording, view, book }: Ground): Table[] {
  const { words } = wording
  const office = view.slice.crisis.ombudsman
  const isOwn = ({ claimant }: Position) => claimant.id === office
  const scopes = scopesOf(view, wording, (scope) => view.headlineOf(scope).positions.some(isOwn))
  return byEvents(wording, view, scopes).map(([caption, own]) => ({
    kind: 'table',
    caption: caption || words.report.noEvent,
    columns: [
      { label: words.columns.what, align: 'start' },
      { label: words.columns.ombudsman, align: 'start' },
      { label: words.columns.others, align: 'start' },
    ],
    rows: own.map((scope) => {
      const { positions } = view.headlineOf(scope)
      const others = positions.filter((position) => !isOwn(position))
      return [
        subjectRuns(wording, scope, caption),
        positions.filter(isOwn).flatMap((position, index) => cell(wording, view, book, position, index, false)),
        others.length > 0
          ? others.flatMap((position, index) => cell(wording, view, book, position, index, true))
          : [{ text: words.noFigure, muted: true }],
      ]
    }),
  }))
}

function cell(
  wording: Wording,
  view: LedgerView,
  book: CitationBook,
  position: Position,
  index: number,
  isNamed: boolean,
): Run[] {
  return [
    ...(index > 0 ? [{ text: wording.words.semicolon }] : []),
    ...(isNamed ? [{ text: `${position.claimant.name}${wording.words.comma}` }] : []),
    { text: quantityText(wording, position.quantity), strong: true, muted: position.earlier },
    { text: `${wording.words.comma}${asOfText(wording, position.asOf)}`, cite: citePosition(book, view, position) },
  ]
}

const groupOf = (wording: Wording, scope: Scope): IndicatorGroup =>
  wording.indicators.get(scope.indicator)?.group ?? 'protection'
const titlesOf = (wording: Wording, scope: Scope) => wording.words.list(scope.events.map(({ title }) => title))
const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const facetsOf = ({ population }: Scope) => Object.values(population).filter((facet) => facet !== null).length

/** Scopes with a position: by indicator in the codelist's order, widest population first. */
function scopesOf(view: LedgerView, wording: Wording, isWanted: (scope: Scope) => boolean): Scope[] {
  const order = [...wording.indicators.keys()]
  return view.scopes
    .filter((scope) => isWanted(scope) && view.headlineOf(scope).positions.length > 0)
    .sort(
      (a, b) =>
        order.indexOf(a.indicator) - order.indexOf(b.indicator) ||
        facetsOf(a) - facetsOf(b) ||
        compareText(subjectOf(wording, a), subjectOf(wording, b)),
    )
}

/** Scopes by the events they belong to at the top (two blasts stand under their parent), in the order these began; no event last. */
function byEvents(wording: Wording, view: LedgerView, scopes: Scope[]): [caption: string, scopes: Scope[]][] {
  const events = new Map(view.slice.events.map((event) => [event.id, event]))
  const rootOf = (id: string): string => {
    const parent = events.get(id)?.parent
    return parent && events.has(parent) ? rootOf(parent) : id
  }
  const begin = (id: string) => events.get(id)?.from ?? ''
  const rootsOf = (scope: Scope) =>
    [...new Set(scope.events.map(({ id }) => rootOf(id)))].sort(
      (a, b) => compareText(begin(a), begin(b)) || compareText(a, b),
    )
  const titleOf = (id: string) => events.get(id)?.title ?? ''
  const captionOf = (scope: Scope) => wording.words.list(rootsOf(scope).map(titleOf))
  const beginOf = ([first]: Scope[]) => (first ? rootsOf(first) : []).map(begin)[0] ?? '9999'
  return [...groupBy(scopes, captionOf)].sort(
    ([titleA, a], [titleB, b]) => compareText(beginOf(a), beginOf(b)) || compareText(titleA, titleB),
  )
}

/** The scope in words, and quietly the event where it is only a part of the table's. */
function subjectRuns(wording: Wording, scope: Scope, caption: string): Run[] {
  const titles = titlesOf(wording, scope)
  const subject = { text: wording.words.sentenceCase(subjectOf(wording, scope)) }
  return titles === caption || titles === '' ? [subject] : [subject, { text: ` · ${titles}`, muted: true }]
}

function noteOf({ words }: Wording, { coverage, derived, earlier, orderAssumed, disputes }: Position): string {
  const denied = disputes.map(({ by, aspect }) => words.denies(by.name, aspect))
  return [
    coverage,
    derived && words.derived(derived),
    earlier && words.earlier,
    orderAssumed && words.orderAssumed,
    ...denied,
  ]
    .filter(Boolean)
    .join(words.semicolon)
}
