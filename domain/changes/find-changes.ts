import type { CitationBook } from '@/domain/citation/citation-book'
import type { Run } from '@/domain/citation/cited-source'
import { type Scope, scopeKey } from '@/domain/figure/scope'
import { type LedgerView, selectorsOf } from '@/domain/ledger/ledger-view'
import { boundsOf, compareQuantities } from '@/domain/quantity/bounds'
import { standBehind } from '@/domain/reconciliation/behind-headline'
import type { Position } from '@/domain/reconciliation/headline'
import type { ReconciledHeadline } from '@/domain/reconciliation/reconcile'
import { type ChangeItem, type ChangeKind, changeKinds } from '@/domain/sitrep/sitrep'
import { withinSentence } from '@/domain/wording/within-sentence'
import { citeFigure, citePosition } from '@/domain/wording/word-headline'
import { asOfText, fullSubjectOf, quantityText, type Wording } from '@/domain/wording/wording'

/** A scope whose answer is another than before. */
interface ScopeChange {
  kind: ChangeKind
  scope: Scope
  was: ReconciledHeadline
  now: ReconciledHeadline
}

/**
 * What differs between two viewpoints of one crisis, headline by headline: new, revised up or down, withdrawn, newly contested,
 * resolved, gone stale (key figures only, since everything else grows old quietly). Key figures come first, then by kind.
 */
export function findChanges(now: LedgerView, before: LedgerView): ScopeChange[] {
  const keyed = new Set(
    now.slice.crisis.keyFigures.flatMap(selectorsOf).map((selector) => scopeKey(now.scopeOf(selector))),
  )
  const scopes = new Map([...before.scopes, ...now.scopes].map((scope) => [scopeKey(scope), scope]))
  const changes = [...scopes].flatMap(([key, scope]): ScopeChange[] => {
    const pair = { was: before.headlineOf(scope), now: now.headlineOf(scope) }
    const kind = kindOf(pair.was, pair.now, keyed.has(key))
    return kind ? [{ kind, scope, ...pair }] : []
  })
  const order = (change: ScopeChange) =>
    (keyed.has(scopeKey(change.scope)) ? 0 : changeKinds.length) + changeKinds.indexOf(change.kind)
  return changes.sort((a, b) => order(a) - order(b) || (scopeKey(a.scope) < scopeKey(b.scope) ? -1 : 1))
}

function kindOf(was: ReconciledHeadline, now: ReconciledHeadline, isKey: boolean): ChangeKind | null {
  const hadPositions = was.positions.length > 0
  if (now.positions.length === 0) return hadPositions ? 'withdrawn' : null
  if (now.agreement === 'contested' && was.agreement !== 'contested') return 'contested'
  if (!hadPositions) return 'new'
  if (was.findings.length > 0 && now.findings.length === 0) return 'resolved'
  if (was.quantity && now.quantity) {
    const order = compareQuantities(was.quantity, now.quantity)
    const rise = (boundsOf(now.quantity)?.min ?? 0) - (boundsOf(was.quantity)?.min ?? 0)
    if (order === 'less' || rise > 0) return 'revised-up'
    if (order === 'greater' || rise < 0) return 'revised-down'
  }
  return isKey && now.stale && !was.stale ? 'gone-stale' : null
}

/** The changes in words, cited, at most `limit`; what is left out is counted in a last line. */
export function composeChanges(
  {
    wording,
    view,
    previous,
    book,
  }: { wording: Wording; view: LedgerView; previous: LedgerView | null; book: CitationBook },
  limit: number,
): ChangeItem[] {
  if (!previous) return []
  const { words } = wording
  const changes = findChanges(view, previous)
  const items = changes.slice(0, limit).map((change) => ({
    kind: change.kind,
    label: words.changes[change.kind],
    content: wordChange(wording, view, previous, book, change),
  }))
  const rest = changes.length - items.length
  return rest > 0 ? [...items, { kind: 'new', label: '', content: [{ text: words.more(rest), muted: true }] }] : items
}

function wordChange(
  wording: Wording,
  view: LedgerView,
  previous: LedgerView,
  book: CitationBook,
  { kind, scope, was, now }: ScopeChange,
): Run[] {
  const { words } = wording
  const subject = `${labelOf(wording, view, scope)}${words.colon}`
  if (kind === 'withdrawn') {
    const figure = was.positions[0] ? previous.figures.get(was.positions[0].figure) : undefined
    const closed = view.slice.closed.find((one) => one.was.id === figure?.id)
    return [
      { text: `${subject}${valueText(wording, was)}`, cite: figure ? citeFigure(book, figure) : [] },
      ...(closed ? [{ text: `${words.stop} ${closed.reason}`, muted: true }] : []),
    ]
  }
  const { behind } = standBehind(now)
  const { behind: behindThen } = standBehind(was)
  const cite = behind.flatMap((position) => citePosition(book, view, position))
  if (kind === 'gone-stale')
    return [{ text: `${subject}${words.lastCounted(now.asOf ? asOfText(wording, now.asOf) : words.undated)}`, cite }]
  if (kind === 'new') return [{ text: `${subject}${valueText(wording, now)}`, cite }]
  const namesOf = (positions: Position[]) => [...new Set(positions.map(({ claimant }) => claimant.name))]
  const isOtherClaimant = !namesOf(behind).some((name) => namesOf(behindThen).includes(name))
  if (!isOtherClaimant)
    return [{ text: `${subject}${valueText(wording, was)}${words.arrow}${valueText(wording, now)}`, cite }]
  // Another claimant's number is no revision of the first one's: each is named and cited for its own.
  return [
    {
      text: `${subject}${valueText(wording, was)}${words.comma}${words.list(namesOf(behindThen))}`,
      cite: behindThen.flatMap((position) => citePosition(book, previous, position)),
    },
    { text: `${words.arrow}${valueText(wording, now)}${words.comma}${words.list(namesOf(behind))}`, cite },
  ]
}

/** What the crisis calls the scope, else its subject and events. */
function labelOf(wording: Wording, view: LedgerView, scope: Scope): string {
  const key = scopeKey(scope)
  for (const { label, scope: whole, parts } of view.slice.crisis.keyFigures) {
    if (scopeKey(view.scopeOf(whole)) === key) return label
    const part = parts.find((one) => scopeKey(view.scopeOf(one.scope)) === key)
    if (part) return `${label}${wording.words.comma}${withinSentence(part.label)}`
  }
  return wording.words.sentenceCase(fullSubjectOf(wording, scope))
}

/** The headline's quantity, or every differing value. */
export function valueText(wording: Wording, headline: ReconciledHeadline): string {
  if (headline.quantity) return quantityText(wording, headline.quantity)
  const values = standBehind(headline).behind.map((position) => quantityText(wording, position.quantity))
  return values.length > 0 ? values.join(` ${wording.words.or} `) : wording.words.noFigure
}
