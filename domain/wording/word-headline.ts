import type { CitationBook } from '@/domain/citation/citation-book'
import type { CitationMark, Run } from '@/domain/citation/cited-source'
import type { Figure } from '@/domain/figure/figure'
import { scopeOf } from '@/domain/figure/scope'
import { orderParts } from '@/domain/ledger/differing-parts'
import type { LedgerView } from '@/domain/ledger/ledger-view'
import type { Note } from '@/domain/note/note'
import type { Position } from '@/domain/reconciliation/headline'
import type { ReconciledHeadline } from '@/domain/reconciliation/reconcile'
import { asOfText, fullSubjectOf, quantityText, type Wording, withinSentence } from '@/domain/wording/wording'

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
  const subject = fullSubjectOf(wording, scopeOf(figure), isOne(figure.quantity))
  const when = figure.asOf ? asOfText(wording, figure.asOf) : null
  const verb = figure.disputes.length > 0 ? 'stated' : 'reported'
  const amount = `${quantityText(wording, figure.quantity)} ${subject}`
  const parts = orderParts(view, figure.id).filter(({ part }) => part.statement.id === figure.statement.id)
  return [
    { text: words.stated(figure.claimant.name, when, amount, verb), cite: citeFigure(book, figure) },
    ...parts.map(({ part, isAlternative }, index): Run => {
      const text = partText(wording, part, figure)
      return {
        text: isAlternative ? ` ${words.or} ${text}` : `, ${index === 0 ? words.of(text) : text}`,
        cite: citeFigure(book, part),
      }
    }),
    ...(figure.derived ? [{ text: derivedNote(wording, figure.derived.arithmetic) }] : []),
    ...(figure.coverage ? [{ text: ` (${withinSentence(figure.coverage).replace(/\.$/, '')})` }] : []),
    { text: '.' },
    ...figure.disputes.flatMap((dispute): Run[] => [
      {
        text: ` ${words.sentenceCase(words.article(dispute.by.name))} ${words.denied[dispute.aspect]}`,
        cite: citeDispute(book, dispute),
      },
      { text: dispute.aspect === 'unspecified' ? `. ${words.deniedUnspecified}` : '.' },
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

/** "1 person", "at least 1 child": after one, the noun stands in the singular. */
const isOne = ({ low, high, qualifier }: Figure['quantity']) => low === 1 && (high === 1 || qualifier === 'at-least')

/** "5 children": quantity and people of a part, without the place, predicate and group its whole has already named. */
export function partText(wording: Wording, part: Figure, whole?: Figure): string {
  const { words, crisis } = wording
  const isNamed = whole !== undefined && whole.population.group === part.population.group
  const group = isNamed ? null : (crisis.groups.find(({ slug }) => slug === part.population.group)?.label ?? null)
  const people = words.people(part.population, part.unit, isOne(part.quantity) ? 'one' : 'other', group)
  return `${quantityText(wording, part.quantity)} ${people}${derivedNote(wording, part.derived?.arithmetic ?? null)}`
}

/** " (derived: 412 households x 4.1)", or nothing. */
function derivedNote({ words }: Wording, arithmetic: string | null): string {
  return arithmetic === null ? '' : ` (${words.derived(arithmetic)})`
}

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
      ...joined(words.or, differing, (position) => ({
        text: positionText(wording, position),
        cite: citePosition(book, view, position),
      })),
      { text: `; ${words.unresolved}` },
    ]
  }
  const figure = view.figures.get(first.figure)
  if (others.length === 0 && figure) return wordFigure(wording, view, book, figure)
  const onSubject = { agree: words.sourcesAgree, compatible: words.sourcesCompatible }
  const lead = onSubject[headline.agreement as keyof typeof onSubject] ?? words.sourcesDiffer
  return [
    { text: `${lead(subject)} ` },
    ...joined(';', standing, (position) => ({
      text: [
        words.position(
          position.claimant.name,
          quantityText(wording, position.quantity),
          asOfText(wording, position.asOf),
        ),
        position.coverage ? ` (${withinSentence(position.coverage).replace(/\.$/, '')})` : '',
      ].join(''),
      cite: citePosition(book, view, position),
    })),
    { text: '.' },
  ]
}

function joined(separator: string, positions: Position[], toRun: (position: Position) => Run): Run[] {
  const gap = separator === ';' ? '; ' : ` ${separator} `
  return positions.flatMap((position, index) => (index === 0 ? [toRun(position)] : [{ text: gap }, toRun(position)]))
}
