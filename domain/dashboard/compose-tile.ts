import { buildSparkline } from '@/domain/chart/sparkline'
import type { CitationBook } from '@/domain/citation/citation-book'
import type { Run } from '@/domain/citation/cited-source'
import { groupBy } from '@/domain/collection/group-by'
import type { KeyFigure } from '@/domain/crisis/crisis'
import type { Tile, TileValue } from '@/domain/dashboard/tile'
import { findDifferingParts } from '@/domain/ledger/differing-parts'
import type { LedgerView } from '@/domain/ledger/ledger-view'
import { boundsOf } from '@/domain/quantity/bounds'
import { isContested } from '@/domain/reconciliation/agreement'
import { standBehind } from '@/domain/reconciliation/behind-headline'
import type { Position } from '@/domain/reconciliation/headline'
import type { ReconciledHeadline } from '@/domain/reconciliation/reconcile'
import { isOne } from '@/domain/wording/counted/counted'
import { withinSentence } from '@/domain/wording/within-sentence'
import { citePosition } from '@/domain/wording/word-headline'
import { asOfText, quantityText, shortMomentText, type Wording, wordQuantity } from '@/domain/wording/wording'

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
  const { behind, beside } = standBehind(headline)
  const standing = [...behind, ...beside]
  const ground = { wording, view, previous, book }
  return {
    key: keyFigure.key,
    label: keyFigure.label,
    values: valuesOf(wording, headline, behind),
    stale: headline.stale,
    contested: headline.agreement === 'contested' || headline.findings.length > 0,
    parts: [...partsOf(ground, keyFigure), ...besideOf(ground, beside)],
    who: whoOf(ground, behind),
    agreement: wordAgreement(wording, headline, standing),
    verification: wordVerification(wording, view, headline, standing),
    change: previous
      ? wordChange(wording, headline, previous.headlineOf(previous.scopeOf(keyFigure.scope)), previous)
      : null,
    age: headline.stale && headline.ageHours !== null ? words.daysOld(Math.floor(headline.ageHours / 24)) : null,
    caveats: [
      ...new Set(
        behind
          .flatMap(({ coverage, derived, orderAssumed }) => [
            coverage,
            derived && words.derived(derived),
            orderAssumed ? words.orderAssumed : null,
          ])
          .filter((one) => one !== null),
      ),
    ],
    // Where one source alone stands, or relays differ, nothing was chosen.
    rule: headline.quantity && (standing.length > 1 || headline.rule === 'resolved') ? words.rules[headline.rule] : '',
    cite: behind.flatMap((position) => citePosition(book, view, position)),
    sparkline: sparklineOf(view, headline),
    href: `/crises/${view.slice.crisis.slug}/figures?tile=${keyFigure.key}`,
  }
}

function valuesOf(wording: Wording, headline: ReconciledHeadline, standing: Position[]): TileValue[] {
  if (headline.quantity) return [wordQuantity(wording, headline.quantity)]
  return standing.map(({ quantity }) => wordQuantity(wording, quantity))
}

/** The parts under the number; parts that relays of one statement name differently stand together, with "or" between them. */
function partsOf({ wording, view, book }: TileGround, keyFigure: KeyFigure): Run[][] {
  const { words } = wording
  const whole = new Set(view.headlineOf(view.scopeOf(keyFigure.scope)).positions.map(({ claimant }) => claimant.id))
  const differing = findDifferingParts(view).map((group) => new Set(group.map(({ id }) => id)))
  const parts = keyFigure.parts.flatMap(({ label, scope }) => {
    const headline = view.headlineOf(view.scopeOf(scope))
    const { behind: all } = standBehind(headline)
    // "Of them" is the word of whoever stated the whole, wherever that claimant also stated the part.
    const own = all.filter(({ claimant }) => whole.size === 1 && whole.has(claimant.id))
    const standing = own.length > 0 ? own : all
    if (standing.length === 0) return []
    const isOwn = own.length > 0 || headline.quantity === null
    const amounts = isOwn ? standing.map(({ quantity }) => quantity) : headline.quantity ? [headline.quantity] : []
    const others = standing.filter(({ claimant }) => !whole.has(claimant.id)).map(({ claimant }) => claimant.name)
    const [only] = amounts
    const one =
      only && amounts.length === 1 && isOne(only)
        ? words.counted(
            { population: scope.population, unit: scope.unit, indicator: null, label: '', group: null },
            { text: quantityText(wording, only), quantity: only },
          )
        : null
    const texts = amounts.map((quantity) => quantityText(wording, quantity)).join(` ${words.or} `)
    const text = [words.part(texts, withinSentence(label), one), ...new Set(others)].join(words.comma)
    const cite = standing.flatMap((position) => citePosition(book, view, position))
    return [
      { run: { text, cite }, group: differing.findIndex((group) => standing.some(({ figure }) => group.has(figure))) },
    ]
  })
  const groups = groupBy(parts, ({ group }) => (group < 0 ? Symbol() : group))
  return [...groups.values()].map((members) =>
    members.map(({ run }, index) => ({ ...run, text: index === 0 ? words.of(run.text) : ` ${words.or} ${run.text}` })),
  )
}

/** What others state beside the value that is shown: every dissenting position under its own name. */
function besideOf({ wording, view, book }: TileGround, beside: Position[]): Run[][] {
  return beside.map((position) => [
    {
      text: `${position.claimant.name}${wording.words.colon}${quantityText(wording, position.quantity)}`,
      cite: citePosition(book, view, position),
    },
  ])
}

function whoOf({ wording, view, book }: TileGround, standing: Position[]): Run[] {
  const claimants = new Map(standing.map((position) => [position.claimant.id, position]))
  return [...claimants.values()].flatMap((position, index): Run[] => {
    const own = standing.filter(({ claimant }) => claimant.id === position.claimant.id)
    const cite = own.flatMap((one) => citePosition(book, view, one))
    return [
      ...(index > 0 ? [{ text: wording.words.semicolon }] : []),
      { text: position.claimant.name, strong: true },
      { text: `${wording.words.comma}${asOfText(wording, position.asOf)}`, cite },
    ]
  })
}

/** "one source", "2 sources agree", "sources differ: 9–25", "contested". */
function wordAgreement({ words, ...rest }: Wording, headline: ReconciledHeadline, standing: Position[]): string {
  const wording = { words, ...rest }
  if (headline.findings.length > 0) {
    const differing = standing.filter(({ figure }) => headline.findings.some(({ figures }) => figures.includes(figure)))
    return words.chips.relaysDiffer(differing.length)
  }
  const denied = standing.some((position) => position.disputes.length > 0 && !isContested(position))
    ? [words.chips.denied]
    : []
  const chip = {
    none: () => words.chips.none,
    single: () => words.chips.single,
    agree: () => words.chips.agree(standing.length),
    compatible: () => words.chips.compatible(standing.length),
    differ: () => words.chips.differ(standing.map(({ quantity }) => quantityText(wording, quantity)).join(words.comma)),
    contested: () => words.chips.contested,
  }[headline.agreement]()
  return [chip, ...denied].join(words.semicolon)
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
  return check
    ? [words.verification.checked(check.by, check.method), corroboration].join(words.semicolon)
    : corroboration
}

/** "+8 since 19 Sep" where both are worded alike, so that the difference is a number; else what it was. */
function wordChange(
  wording: Wording,
  now: ReconciledHeadline,
  then: ReconciledHeadline,
  previous: LedgerView,
): string | null {
  const { words, format } = wording
  if (!now.quantity || !then.quantity) return null
  const when = shortMomentText(wording, previous.slice.viewpoint.asOf)
  const [from, to] = [boundsOf(then.quantity), boundsOf(now.quantity)]
  const isAlike = now.quantity.qualifier === then.quantity.qualifier && now.quantity.qualifier !== 'between'
  if (quantityText(wording, now.quantity) === quantityText(wording, then.quantity)) return words.unchangedSince(when)
  if (!isAlike || !from || !to) return words.wasOn(quantityText(wording, then.quantity), when)
  const difference = to.min - from.min
  return words.since(format.difference(difference), when)
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
