import type { CitationBook } from '@/domain/citation/citation-book'
import type { CitationMark, Run } from '@/domain/citation/cited-source'
import type { Figure } from '@/domain/figure/figure'
import { scopeOf } from '@/domain/figure/scope'
import { orderParts } from '@/domain/ledger/differing-parts'
import type { LedgerView } from '@/domain/ledger/ledger-view'
import type { Note } from '@/domain/note/note'
import type { Position } from '@/domain/reconciliation/headline'
import type { ReconciledHeadline } from '@/domain/reconciliation/reconcile'
import { withinSentence } from '@/domain/wording/within-sentence'
import { asOfText, fullSubjectOf, groupLabel, quantityText, type Wording } from '@/domain/wording/wording'

/** Marks the citations of a figure in the book. */
export function citeFigure(book: CitationBook, figure: Figure): CitationMark[] {
  const { id, claimant, statement, asOf, citations } = figure
  return book.cite({ figure: id, claimant: claimant.name, speaker: statement.speaker, asOf, citations })
}

/** The marks of a position: its figure's and its relays'. */
export function citePosition(
  book: CitationBook,
  view: LedgerView,
  { figure, relays }: Pick<Position, 'figure' | 'relays'>,
): CitationMark[] {
  return [figure, ...relays].flatMap((id) => {
    const found = view.figures.get(id)
    return found ? citeFigure(book, found) : []
  })
}

/**
 * A figure as a sentence: neutral, attributed, qualified, cited. "As of 19 Sep, 16:00, the Human Rights Defender reported at least 2
 * civilians killed in Nagorno-Karabakh [1], of them at least 1 child [1]." Parts are the same statement's.
 */
export function wordFigure(wording: Wording, view: LedgerView, book: CitationBook, figure: Figure): Run[] {
  const { words } = wording
  const when = figure.asOf ? asOfText(wording, figure.asOf) : null
  const verb = figure.disputes.length > 0 ? 'stated' : 'reported'
  const amount = fullSubjectOf(wording, scopeOf(figure), figure.quantity)
  const parts = orderParts(view, figure.id).filter(({ part }) => part.statement.id === figure.statement.id)
  return [
    { text: words.stated(figure.claimant.name, when, amount, verb), cite: citeFigure(book, figure) },
    ...parts.map(({ part, isAlternative }, index): Run => {
      const text = partText(wording, part, figure)
      return {
        text: isAlternative ? ` ${words.or} ${text}` : `${words.comma}${index === 0 ? words.of(text) : text}`,
        cite: citeFigure(book, part),
      }
    }),
    ...(figure.derived ? [{ text: derivedNote(wording, figure.derived.arithmetic) }] : []),
    ...(figure.coverage ? [{ text: ` (${caveatWithin(figure.coverage)})` }] : []),
    { text: words.stop },
    ...figure.disputes.flatMap((dispute): Run[] => [
      {
        text: ` ${words.sentenceCase(words.denies(dispute.by.name, dispute.aspect))}`,
        cite: citeDispute(book, dispute),
      },
      { text: dispute.aspect === 'unspecified' ? `${words.stop} ${words.deniedUnspecified}` : words.stop },
    ]),
  ]
}

/** The marks of a dispute. */
export function citeDispute(book: CitationBook, dispute: Figure['disputes'][number]): CitationMark[] {
  return book.cite({
    figure: dispute.figure,
    claimant: dispute.by.name,
    speaker: null,
    asOf: dispute.statedAt,
    citations: dispute.citations,
  })
}

/** The marks of a note. */
export function citeNote(book: CitationBook, { saidBy, speaker, asOf, citations }: Note): CitationMark[] {
  return book.cite({ figure: null, claimant: saidBy.name, speaker, asOf, citations })
}

/** "5 children": quantity and people of a part, without the place, predicate and group its whole has already named. */
export function partText(wording: Wording, part: Figure, whole?: Figure): string {
  const isNamed = whole !== undefined && whole.population.group === part.population.group
  const people = wording.words.counted(
    {
      population: part.population,
      unit: part.unit,
      indicator: null,
      label: '',
      group: isNamed ? null : groupLabel(wording, part.population),
    },
    { text: quantityText(wording, part.quantity), quantity: part.quantity },
  )
  return `${people}${derivedNote(wording, part.derived?.arithmetic ?? null)}`
}

/** " (derived: 412 households x 4.1)", or nothing. */
function derivedNote({ words }: Wording, arithmetic: string | null): string {
  return arithmetic === null ? '' : ` (${words.derived(arithmetic)})`
}

/** A caveat within a sentence: without its full stop. */
const caveatWithin = (caveat: string) => withinSentence(caveat).replace(/[.։]$/, '')

const positionText = (wording: Wording, { quantity, derived }: Position) =>
  `${quantityText(wording, quantity)}${derivedNote(wording, derived)}`

/** A headline as a sentence with its marks: who says it, or how the sources differ. */
export function wordHeadline(
  wording: Wording,
  view: LedgerView,
  book: CitationBook,
  headline: ReconciledHeadline,
): Run[] {
  const { words } = wording
  const subject = fullSubjectOf(wording, headline.scope)
  const standing = headline.positions.filter(({ earlier }) => !earlier)
  const [first, ...others] = standing
  if (!first) return [{ text: words.noneReported(subject) }]
  if (headline.findings.some(({ code }) => code === 'relays-differ')) {
    const differing = standing.filter(({ claimant }) =>
      standing.some((other) => other !== first && other.claimant.id === claimant.id),
    )
    return [
      { text: `${words.relaysDiffer(first.claimant.name, asOfText(wording, first.asOf), subject)} ` },
      ...joined(` ${words.or} `, differing, (position) => ({
        text: positionText(wording, position),
        cite: citePosition(book, view, position),
      })),
      { text: `${words.semicolon}${words.unresolved}` },
    ]
  }
  const figure = view.figures.get(first.figure)
  if (others.length === 0 && figure) return wordFigure(wording, view, book, figure)
  const onSubject = { agree: words.sourcesAgree, compatible: words.sourcesCompatible }
  const lead = onSubject[headline.agreement as keyof typeof onSubject] ?? words.sourcesDiffer
  return [
    { text: `${lead(subject)} ` },
    ...joined(words.semicolon, standing, (position) => ({
      text: [
        words.position(
          position.claimant.name,
          quantityText(wording, position.quantity),
          asOfText(wording, position.asOf),
        ),
        position.coverage ? ` (${caveatWithin(position.coverage)})` : '',
      ].join(''),
      cite: citePosition(book, view, position),
    })),
    { text: words.stop },
  ]
}

function joined(gap: string, positions: Position[], toRun: (position: Position) => Run): Run[] {
  return positions.flatMap((position, index) => (index === 0 ? [toRun(position)] : [{ text: gap }, toRun(position)]))
}
