import { buildSparkline } from '@/domain/chart/sparkline'
import type { CitationBook } from '@/domain/citation/citation-book'
import type { Run } from '@/domain/citation/cited-source'
import type { KeyFigure } from '@/domain/crisis/crisis'
import type { Tile, TileValue } from '@/domain/dashboard/tile'
import type { LedgerView } from '@/domain/ledger/ledger-view'
import { boundsOf } from '@/domain/quantity/bounds'
import { isContested } from '@/domain/reconciliation/agreement'
import type { Position } from '@/domain/reconciliation/headline'
import type { ReconciledHeadline } from '@/domain/reconciliation/reconcile'
import { citePosition } from '@/domain/wording/word-headline'
import { asOfText, momentText, quantityText, type Wording, wordQuantity } from '@/domain/wording/wording'

/** What a tile is composed from: now, and then (the last edition, or a day ago) for the change. */
export interface TileGround {
  wording: Wording
  view: LedgerView
  previous: LedgerView | null
  book: CitationBook
}

/** A key figure, composed: value with its qualifier, who says so, how far sources agree, what is known of its truth. */
export function composeTile({ wording, view, previous, book }: TileGround, keyFigure: KeyFigure): Tile {
  const { words } = wording
  const scope = view.scopeOf(keyFigure.scope)
  const headline = view.headlineOf(scope)
  const standing = headline.positions.filter(({ earlier }) => !earlier)
  const cite = standing.flatMap((position) => citePosition(book, view, position))
  return {
    key: keyFigure.key,
    label: keyFigure.label,
    values: valuesOf(wording, headline, standing),
    stale: headline.stale,
    contested: headline.agreement === 'contested' || headline.findings.length > 0,
    parts: partsOf({ wording, view, previous, book }, keyFigure),
    who: whoOf({ wording, view, previous, book }, standing),
    agreement: wordAgreement(wording, headline, standing),
    verification: wordVerification(wording, view, headline, standing),
    change: previous
      ? wordChange(wording, headline, previous.headlineOf(previous.scopeOf(keyFigure.scope)), previous)
      : null,
    age: headline.stale && headline.ageHours !== null ? words.daysOld(Math.floor(headline.ageHours / 24)) : null,
    caveats: [
      ...new Set(
        standing
          .flatMap(({ coverage, orderAssumed }) => [coverage, orderAssumed ? words.orderAssumed : null])
          .filter((one) => one !== null),
      ),
    ],
    rule: standing.length > 0 ? words.rules[headline.rule] : '',
    cite,
    sparkline: sparklineOf(view, headline),
    href: `/crises/${view.slice.crisis.slug}/figures?tile=${keyFigure.key}`,
  }
}

function valuesOf(wording: Wording, headline: ReconciledHeadline, standing: Position[]): TileValue[] {
  if (headline.quantity) return [wordQuantity(wording, headline.quantity)]
  return standing.map(({ quantity }) => wordQuantity(wording, quantity))
}

function partsOf({ wording, view, book }: TileGround, keyFigure: KeyFigure): Run[][] {
  return keyFigure.parts.flatMap(({ label, scope }): Run[][] => {
    const headline = view.headlineOf(view.scopeOf(scope))
    const standing = headline.positions.filter(({ earlier }) => !earlier)
    if (standing.length === 0) return []
    const amounts = headline.quantity ? [headline.quantity] : standing.map(({ quantity }) => quantity)
    const text = amounts.map((quantity) => quantityText(wording, quantity)).join(` ${wording.words.or} `)
    return [
      [
        {
          text: wording.words.of(`${text} ${label}`),
          cite: standing.flatMap((position) => citePosition(book, view, position)),
        },
      ],
    ]
  })
}

function whoOf({ wording, view, book }: TileGround, standing: Position[]): Run[] {
  const claimants = new Map(standing.map((position) => [position.claimant.id, position]))
  return [...claimants.values()].flatMap((position, index): Run[] => {
    const own = standing.filter(({ claimant }) => claimant.id === position.claimant.id)
    const cite = own.flatMap((one) => citePosition(book, view, one))
    return [
      ...(index > 0 ? [{ text: '; ' }] : []),
      { text: position.claimant.name, strong: true },
      { text: `, ${asOfText(wording, position.asOf)}`, cite },
    ]
  })
}

/** "one source", "2 sources agree", "sources differ: 9–25", "contested". */
export function wordAgreement({ words, ...rest }: Wording, headline: ReconciledHeadline, standing: Position[]): string {
  const wording = { words, ...rest }
  if (headline.findings.length > 0) return words.chips.relaysDiffer(standing.length)
  const denied = standing.some((position) => position.disputes.length > 0 && !isContested(position))
    ? [words.chips.denied]
    : []
  const chip = {
    none: () => words.chips.none,
    single: () => words.chips.single,
    agree: () => words.chips.agree(standing.length),
    compatible: () => words.chips.compatible(standing.length),
    differ: () => words.chips.differ(standing.map(({ quantity }) => quantityText(wording, quantity)).join(', ')),
    contested: () => words.chips.contested,
  }[headline.agreement]()
  return [chip, ...denied].join('; ')
}

function wordVerification(
  { words }: Wording,
  view: LedgerView,
  headline: ReconciledHeadline,
  standing: Position[],
): string {
  if (standing.length === 0) return ''
  const check = standing.map(({ figure }) => view.figures.get(figure)?.officeCheck).find((one) => one)
  const corroboration = headline.corroborated ? words.verification.corroborated : words.verification.none
  return check ? `${words.verification.checked(check.by, check.method)}; ${corroboration}` : corroboration
}

/** "+8 since 19 Sep 2023, end of day": only where both ends are numbers of the same shape. */
function wordChange(
  wording: Wording,
  now: ReconciledHeadline,
  then: ReconciledHeadline,
  previous: LedgerView,
): string | null {
  const { words, format } = wording
  if (!now.quantity || !then.quantity || now.quantity.qualifier === 'between' || then.quantity.qualifier === 'between')
    return null
  const [from, to] = [boundsOf(then.quantity), boundsOf(now.quantity)]
  if (!from || !to) return null
  const when = momentText(wording, previous.slice.viewpoint.asOf)
  const difference = to.min - from.min
  if (difference === 0) return now.quantity.qualifier === then.quantity.qualifier ? words.unchangedSince(when) : null
  return words.since(`${difference > 0 ? '+' : '−'}${format.number(Math.abs(difference))}`, when)
}

function sparklineOf(view: LedgerView, headline: ReconciledHeadline): Tile['sparkline'] {
  const claimant = headline.positions[0]?.claimant.id
  if (!claimant || headline.findings.length > 0) return null
  const points = view
    .figuresOf(headline.scope)
    .filter(
      (figure) =>
        figure.claimant.id === claimant &&
        figure.asOf !== null &&
        (figure.nature === 'count' || figure.nature === 'estimate'),
    )
    .map((figure) => ({ at: figure.asOf?.end ?? '', value: boundsOf(figure.quantity)?.min ?? 0 }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.value - b.value))
  return points.length > 1 ? buildSparkline(points) : null
}
