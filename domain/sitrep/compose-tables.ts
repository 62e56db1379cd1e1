import type { CitationBook } from '@/domain/citation/citation-book'
import type { Run } from '@/domain/citation/cited-source'
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

/** Every position in the scopes of the given indicator groups, a row each; null where there is none. */
export function composePositionTable({ wording, view, book }: Ground, groups: IndicatorGroup[]): Table | null {
  const { words } = wording
  const rows = scopesOf(view, wording, groups).flatMap((scope) => {
    const { positions } = view.headlineOf(scope)
    return positions.map((position, index): Run[][] => [
      index === 0 ? subjectRuns(wording, scope) : [],
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
    ])
  })
  if (rows.length === 0) return null
  return {
    kind: 'table',
    caption: words.report.positionsOf(words.list(groups.map((group) => words.groups[group]))),
    columns: [
      { label: words.columns.what, align: 'start' },
      { label: words.columns.claimant, align: 'start' },
      { label: words.columns.figure, align: 'end' },
      { label: words.columns.asOf, align: 'start' },
      { label: words.columns.note, align: 'start' },
    ],
    rows,
  }
}

/** The ombudsman's positions beside everyone else's in the same scopes; null where the office has none. */
export function composeOmbudsmanTable({ wording, view, book }: Ground): Table | null {
  const { words } = wording
  const office = view.slice.crisis.ombudsman
  const rows = view.scopes.flatMap((scope): Run[][][] => {
    const { positions } = view.headlineOf(scope)
    const own = positions.filter(({ claimant }) => claimant.id === office)
    if (own.length === 0) return []
    const others = positions.filter(({ claimant }) => claimant.id !== office)
    return [
      [
        subjectRuns(wording, scope),
        own.flatMap((position, index) => cell(wording, view, book, position, index, false)),
        others.length > 0
          ? others.flatMap((position, index) => cell(wording, view, book, position, index, true))
          : [{ text: words.noFigure, muted: true }],
      ],
    ]
  })
  if (rows.length === 0) return null
  const caption =
    view.slice.figures.find(({ claimant }) => claimant.id === office)?.claimant.name ?? words.sections.ombudsman
  return {
    kind: 'table',
    caption,
    columns: [
      { label: words.columns.what, align: 'start' },
      { label: words.columns.ombudsman, align: 'start' },
      { label: words.columns.others, align: 'start' },
    ],
    rows,
  }
}

function cell(
  wording: Wording,
  view: LedgerView,
  book: CitationBook,
  position: Position,
  index: number,
  isNamed: boolean,
): Run[] {
  const name = isNamed ? `${position.claimant.name}, ` : ''
  return [
    ...(index > 0 ? [{ text: '; ' }] : []),
    { text: name },
    { text: quantityText(wording, position.quantity), strong: true, muted: position.earlier },
    { text: `, ${asOfText(wording, position.asOf)}`, cite: citePosition(book, view, position) },
  ]
}

/** Scopes of the groups that have a position, by indicator in the codelist's order, widest population first. */
function scopesOf(view: LedgerView, wording: Wording, groups: IndicatorGroup[]): Scope[] {
  const order = [...wording.indicators.keys()]
  const events = (scope: Scope) => scope.events.map(({ title }) => title).join(', ')
  return view.scopes
    .filter((scope) => groups.includes(wording.indicators.get(scope.indicator)?.group ?? 'protection'))
    .filter((scope) => view.headlineOf(scope).positions.length > 0)
    .sort(
      (a, b) =>
        order.indexOf(a.indicator) - order.indexOf(b.indicator) ||
        compareText(events(a), events(b)) ||
        facetsOf(a) - facetsOf(b) ||
        compareText(subjectOf(wording, a), subjectOf(wording, b)),
    )
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const facetsOf = ({ population }: Scope) => Object.values(population).filter((facet) => facet !== null).length

/** The scope in words, its events in quiet print. */
function subjectRuns(wording: Wording, scope: Scope): Run[] {
  const subject = { text: wording.words.sentenceCase(subjectOf(wording, scope)) }
  return scope.events.length > 0
    ? [subject, { text: ` · ${scope.events.map(({ title }) => title).join(', ')}`, muted: true }]
    : [subject]
}

function noteOf({ words }: Wording, { coverage, earlier, orderAssumed, disputes }: Position): string {
  const denied = disputes.map(({ by, aspect }) => `${by.name} ${words.denied[aspect]}`)
  return [coverage, earlier && words.earlier, orderAssumed && words.orderAssumed, ...denied].filter(Boolean).join('; ')
}
