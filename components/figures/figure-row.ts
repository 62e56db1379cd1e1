import type { TileValue } from '@/domain/dashboard/tile'
import type { Figure } from '@/domain/figure/figure'
import { scopeOf } from '@/domain/figure/scope'
import { asOfText, quantityText, subjectOf, type Wording, wordQuantity } from '@/domain/wording/wording'

/** A figure as tables show it: everything in words, made on the server. */
export interface FigureRow {
  id: string
  href: string
  value: TileValue
  what: string
  where: string
  asOf: string | null
  claimant: string
  relay: string
  basis: string
  standing: string
  isContested: boolean
}

/** The row of a figure; `labels` are the screen's words for kinds of basis and standing. */
export function toFigureRow(
  figure: Figure,
  wording: Wording,
  labels: {
    basis: Record<Figure['basis']['kind'], string>
    nature: Record<Figure['nature'], string>
    denied: string
    disputed: string
  },
): FigureRow {
  const relays = figure.citations
    .filter(({ relation }) => relation === 'relayed')
    .map(({ document }) => document.publisher.name)
  const isContested = figure.disputes.some(({ aspect }) => aspect === 'number' || aspect === 'occurrence')
  const standing = [
    figure.nature === 'count' ? null : labels.nature[figure.nature],
    isContested ? labels.disputed : figure.disputes.length > 0 ? labels.denied : null,
    figure.coverage,
  ]
  return {
    id: figure.id,
    href: `/crises/${wording.crisis.slug}/figures/${figure.id}`,
    value: wordQuantity(wording, figure.quantity),
    what: whatWasCounted(figure, wording),
    where: whereOf(figure),
    asOf: figure.asOf ? asOfText(wording, figure.asOf) : null,
    claimant: figure.claimant.name,
    relay: [...new Set(relays)].join(', '),
    basis: labels.basis[figure.basis.kind],
    standing: standing.filter((part) => part !== null).join('; '),
    isContested,
  }
}

/** "Civilians killed", with the events it covers in brackets. */
export function whatWasCounted(figure: Figure, wording: Wording): string {
  const subject = wording.words.sentenceCase(subjectOf(wording, { ...scopeOf(figure), places: [] }, isOne(figure)))
  const events = figure.events.map(({ title }) => title)
  return events.length > 0 ? `${subject} (${wording.words.list(events)})` : subject
}

/** "From Askeran, to Goris"; the place alone where the count was made at it. */
export function whereOf({ places }: Pick<Figure, 'places'>): string {
  const named = (role: 'at' | 'from' | 'to') =>
    places
      .filter((place) => place.role === role)
      .map(({ name }) => name)
      .join(', ')
  const [at, from, to] = [named('at'), named('from'), named('to')]
  return [at, from && (to ? `${from} → ${to}` : `${from} →`), !from && to && `→ ${to}`].filter(Boolean).join('; ')
}

/** "At least 2 civilians killed": the figure as the title of its page. */
export function figureTitle(figure: Figure, wording: Wording): string {
  const words = `${quantityText(wording, figure.quantity)} ${subjectOf(wording, { ...scopeOf(figure), places: [] }, isOne(figure))}`
  return wording.words.sentenceCase(words)
}

function isOne({ quantity }: Figure): boolean {
  return quantity.low === 1 && (quantity.high === 1 || quantity.high === null)
}
