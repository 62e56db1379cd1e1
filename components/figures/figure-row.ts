import type { TileValue } from '@/domain/dashboard/tile'
import type { Figure } from '@/domain/figure/figure'
import { scopeOf } from '@/domain/figure/scope'
import { asOfText, subjectOf, type Wording, wordQuantity } from '@/domain/wording/wording'

/** A figure as tables show it: everything in words, made on the server. */
export interface FigureRow {
  id: string
  href: string
  value: TileValue
  what: string
  events: string
  where: string
  asOf: string | null
  claimant: string
  relay: string
  basis: string
  standing: string
  isContested: boolean
  /** What columns are ordered by where their words will not do. */
  order: { value: number | null; asOf: string | null }
}

/** The screen's words for kinds of basis, natures and disputes. */
export interface FigureLabels {
  basis: Record<Figure['basis']['kind'], string>
  nature: Record<Figure['nature'], string>
  contested: string
  denied: string
}

/** The row of a figure. */
export function toFigureRow(figure: Figure, wording: Wording, labels: FigureLabels): FigureRow {
  const relays = figure.citations
    .filter(({ relation }) => relation === 'relayed')
    .map(({ document }) => document.publisher.name)
  const isContested = figure.disputes.some(({ aspect }) => aspect === 'number' || aspect === 'occurrence')
  const standing = [
    figure.nature === 'count' ? null : labels.nature[figure.nature],
    isContested ? labels.contested : figure.disputes.length > 0 ? labels.denied : null,
    figure.coverage,
    figure.derived && wording.words.derived(figure.derived.arithmetic),
  ]
  return {
    id: figure.id,
    href: `/crises/${wording.crisis.slug}/figures/${figure.id}`,
    value: wordQuantity(wording, figure.quantity),
    what: whatWasCounted(figure, wording),
    events: wording.words.list(figure.events.map(({ title }) => title)),
    where: whereOf(figure, wording),
    asOf: figure.asOf ? asOfText(wording, figure.asOf) : null,
    claimant: figure.claimant.name,
    relay: [...new Set(relays)].join(wording.words.comma),
    basis: labels.basis[figure.basis.kind],
    standing: standing.filter((part) => part !== null).join(wording.words.semicolon),
    isContested,
    order: { value: figure.quantity.low ?? figure.quantity.high, asOf: figure.asOf?.end ?? null },
  }
}

/** "Civilians killed". */
export function whatWasCounted(figure: Figure, wording: Wording): string {
  return wording.words.sentenceCase(subjectOf(wording, { ...scopeOf(figure), places: [] }))
}

/** "From Askeran, to Goris"; the place alone where the count was made at it. */
export function whereOf({ places }: Pick<Figure, 'places'>, { words }: Wording): string {
  const named = (role: 'at' | 'from' | 'to') =>
    places
      .filter((place) => place.role === role)
      .map(({ name }) => name)
      .join(words.comma)
  const [at, from, to] = [named('at'), named('from'), named('to')]
  const arrow = words.arrow.trim()
  const way = from && (to ? `${from} ${arrow} ${to}` : `${from} ${arrow}`)
  return [at, way, !from && to && `${arrow} ${to}`].filter(Boolean).join(words.semicolon)
}

/** "At least 2 civilians killed": the figure as the title of its page. */
export function figureTitle(figure: Figure, wording: Wording): string {
  return wording.words.sentenceCase(subjectOf(wording, { ...scopeOf(figure), places: [] }, figure.quantity))
}

export const figureColumns = ['what', 'value', 'where', 'asOf', 'claimant', 'basis', 'standing'] as const
export type FigureColumn = (typeof figureColumns)[number]

/** Rows by a column, rising or falling; rows that have nothing there come last either way, equal ones keep their order. */
export function sortFigureRows(rows: FigureRow[], column: FigureColumn, isFalling: boolean): FigureRow[] {
  const keyOf = (row: FigureRow) => (column === 'value' || column === 'asOf' ? row.order[column] : row[column] || null)
  return [...rows].sort((a, b) => {
    const [left, right] = [keyOf(a), keyOf(b)]
    if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1
    const rising =
      typeof left === 'number' && typeof right === 'number'
        ? left - right
        : String(left).localeCompare(String(right), 'en')
    return isFalling ? -rising : rising
  })
}
