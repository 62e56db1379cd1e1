import type { CitationBook } from '@/domain/citation/citation-book'
import type { Run } from '@/domain/citation/cited-source'
import type { Figure } from '@/domain/figure/figure'
import { scopeOf } from '@/domain/figure/scope'
import { findDifferingParts, orderParts } from '@/domain/ledger/differing-parts'
import type { LedgerView } from '@/domain/ledger/ledger-view'
import type { ContestedItem, ContestedSide } from '@/domain/sitrep/sitrep'
import { citeDispute, citeFigure, citePosition, partText } from '@/domain/wording/word-headline'
import { asOfText, fullSubjectOf, quantityText, type Wording } from '@/domain/wording/wording'

interface Ground {
  wording: Wording
  view: LedgerView
  book: CitationBook
}

/** Everything stated and denied, then statements whose relays differ: each side in its own words, none before the other by rank. */
export function composeContested({ wording, view, book }: Ground): ContestedItem[] {
  const ground = { wording, view, book }
  const current = new Set(
    view.scopes
      .flatMap((scope) => view.headlineOf(scope).positions)
      .flatMap(({ figure, relays }) => [figure, ...relays]),
  )
  const disputed = view.slice.figures
    .filter(({ id, disputes }) => disputes.length > 0 && current.has(id))
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
  return [
    ...disputed.map((figure) => composeDisputed(ground, figure)),
    ...composeDifferingRelays(ground),
    ...composeDifferingParts(ground),
  ]
}

/** In the order of their as-of, undated ones last: never in that in which they were read. */
const placeOf = ({ asOf, id }: Figure) => `${asOf?.end ?? '~'} ${id}`

function composeDisputed({ wording, view, book }: Ground, figure: Figure): ContestedItem {
  const { words } = wording
  const states: ContestedSide = {
    role: 'states',
    who: figure.claimant.name,
    quote: figure.citations[0]?.quote ?? figure.quantity.words,
    language: figure.citations[0]?.language ?? 'und',
    detail: [{ text: detailOf(wording, figure), cite: citeFigure(book, figure) }],
  }
  const denies = figure.disputes.map(
    (dispute): ContestedSide => ({
      role: 'denies',
      who: dispute.by.name,
      quote: dispute.citations[0]?.quote ?? dispute.words,
      language: dispute.citations[0]?.language ?? 'und',
      detail: [
        {
          text: [words.denied[dispute.aspect], dispute.statedAt && asOfText(wording, dispute.statedAt)]
            .filter(Boolean)
            .join(words.comma),
          cite: citeDispute(book, dispute),
        },
      ],
    }),
  )
  const isUnspecified = figure.disputes.some(({ aspect }) => aspect === 'unspecified')
  return {
    title: words.sentenceCase(fullSubjectOf(wording, scopeOf(figure), figure.quantity)),
    sides: [states, ...denies],
    remark: [
      ...(isUnspecified ? [{ text: words.deniedUnspecified }] : []),
      ...composeParts({ wording, view, book }, figure),
    ],
  }
}

/** " Of them 2 road workers; 4 soldiers or 4 police officers." */
function composeParts({ wording, view, book }: Ground, whole: Figure): Run[] {
  const { words } = wording
  return orderParts(view, whole.id).map(({ part, isAlternative }, index): Run => {
    const gap = index === 0 ? ' ' : isAlternative ? ` ${words.or} ` : words.semicolon
    const text = partText(wording, part, whole)
    return { text: `${gap}${index === 0 ? words.sentenceCase(words.of(text)) : text}`, cite: citeFigure(book, part) }
  })
}

/** "Government of Azerbaijan, relayed by Reuters, 19 Sep". */
function detailOf(wording: Wording, figure: Figure): string {
  const { words } = wording
  const relays = figure.citations
    .filter(({ relation }) => relation !== 'direct')
    .map(({ document }) => document.publisher.name)
  const relayed = relays.length > 0 ? words.relay(words.list([...new Set(relays)])) : null
  return [relayed, figure.asOf && asOfText(wording, figure.asOf)].filter(Boolean).join(words.comma)
}

/** Scopes in which the relays of one statement give different numbers. */
function composeDifferingRelays({ wording, view, book }: Ground): ContestedItem[] {
  return view.scopes.flatMap((scope): ContestedItem[] => {
    const headline = view.headlineOf(scope)
    if (headline.findings.length === 0) return []
    const standing = headline.positions.filter(
      ({ earlier, figure }) => !earlier && headline.findings.some(({ figures }) => figures.includes(figure)),
    )
    return [
      {
        title: `${wording.words.sentenceCase(fullSubjectOf(wording, scope))}${wording.words.colon}${standing.map(({ quantity }) => quantityText(wording, quantity)).join(` ${wording.words.or} `)}`,
        sides: standing.map((position) => {
          const figure = view.figures.get(position.figure)
          return {
            role: 'states',
            who: position.claimant.name,
            quote: figure?.citations[0]?.quote ?? position.quantity.words,
            language: figure?.citations[0]?.language ?? 'und',
            detail: [
              {
                text: figure ? detailOf(wording, figure) : asOfText(wording, position.asOf),
                cite: citePosition(book, view, position),
              },
            ],
          }
        }),
        remark: [
          {
            text: `${wording.words.sentenceCase(wording.words.chips.relaysDiffer(standing.length))}${wording.words.stop}`,
          },
        ],
      },
    ]
  })
}

/** Parts of one whole in one statement that count as many people and name them differently: "four soldiers" and "four police officers". */
function composeDifferingParts({ wording, view, book }: Ground): ContestedItem[] {
  return findDifferingParts(view).map((parts) => ({
    title: wording.words.sentenceCase(
      parts.map((part) => partText(wording, part, view.figures.get(part.partOf ?? ''))).join(` ${wording.words.or} `),
    ),
    sides: parts.map((part) => ({
      role: 'states' as const,
      who: part.claimant.name,
      quote: part.citations[0]?.quote ?? part.quantity.words,
      language: part.citations[0]?.language ?? 'und',
      detail: [
        {
          text: detailOf(wording, part),
          cite: citeFigure(book, part),
        },
      ],
    })),
    remark: [
      { text: `${wording.words.sentenceCase(wording.words.chips.relaysDiffer(parts.length))}${wording.words.stop}` },
    ],
  }))
}
