import { groupBy } from '@/domain/collection/group-by'
import type { KeyFigure, ScopeSelector } from '@/domain/crisis/crisis'
import type { Figure } from '@/domain/figure/figure'
import { type Scope, scopeKey, scopeKeyOf, scopeOf } from '@/domain/figure/scope'
import type { LedgerSlice } from '@/domain/ledger/ledger-slice'
import { type ReconciledHeadline, reconcile } from '@/domain/reconciliation/reconcile'

/** A ledger slice with its scopes at hand: headlines are reconciled once and kept. */
export interface LedgerView {
  slice: LedgerSlice
  /** Figures by id. */
  figures: ReadonlyMap<string, Figure>
  /** Every scope any figure in the slice has, in a stable order. */
  scopes: Scope[]
  headlineOf(scope: Scope): ReconciledHeadline
  /** The scope a selector names, with the names of its places and events where a figure has it. */
  scopeOf(selector: ScopeSelector): Scope
  figuresOf(scope: Scope): Figure[]
  /**
   * Whether every event of the scope still lay ahead at the viewpoint, or nobody had told of it: then nobody could have counted, and
   * nothing is shown.
   */
  isAhead(scope: Scope): boolean
  /** Figures that are stated as a part of the given one. */
  partsOf(figure: string): Figure[]
}

/** Indexes a slice. Pure; the slice must not be changed afterwards. */
export function openView(slice: LedgerSlice): LedgerView {
  const byScope = groupBy(slice.figures, (figure) => scopeKeyOf(figure))
  const scopes = new Map([...byScope].map(([key, [first]]) => [key, scopeOf(first as Figure)]))
  const figures = new Map(slice.figures.map((figure) => [figure.id, figure]))
  const parts = groupBy(
    slice.figures.filter(({ partOf }) => partOf !== null),
    ({ partOf }) => partOf,
  )
  const indicators = new Map(slice.indicators.map((indicator) => [indicator.key, indicator]))
  const begins = new Map(slice.events.map(({ id, from }) => [id, from]))
  const headlines = new Map<string, ReconciledHeadline>()
  const selected = new Map<ScopeSelector, Scope>()

  const headlineOf = (scope: Scope) => {
    const key = scopeKey(scope)
    const known = headlines.get(key)
    if (known) return known
    const headline = reconcile(scope, byScope.get(key) ?? [], {
      viewpoint: slice.viewpoint,
      policy: slice.crisis.policy,
      indicator: indicators.get(scope.indicator) ?? null,
      resolutions: slice.resolutions,
      independences: slice.independences,
    })
    headlines.set(key, headline)
    return headline
  }

  return {
    slice,
    figures,
    scopes: [...scopes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, scope]) => scope),
    headlineOf,
    scopeOf: (selector) => {
      const known = selected.get(selector)
      if (known) return known
      const named = toScope(selector)
      const scope = scopes.get(scopeKey(named)) ?? named
      selected.set(selector, scope)
      return scope
    },
    figuresOf: (scope) => byScope.get(scopeKey(scope)) ?? [],
    isAhead: ({ events }) =>
      events.length > 0 && events.every(({ id }) => (begins.get(id) ?? '9999') > slice.viewpoint.asOf),
    partsOf: (figure) => parts.get(figure) ?? [],
  }
}

/** A selector as a scope whose names are only ids: where no figure has told the names. */
function toScope({ places, events, ...rest }: ScopeSelector): Scope {
  return {
    ...rest,
    places: places.map(({ role, id }) => ({ role, id, name: id })),
    events: events.map((id) => ({ id, title: id })),
  }
}

/** The key figures of the crisis that could be counted by the viewpoint. */
export function keyFiguresOf(view: LedgerView): KeyFigure[] {
  return view.slice.crisis.keyFigures.filter(({ scope }) => !view.isAhead(view.scopeOf(scope)))
}

/** The scopes of a key figure: its own and its parts'. */
export function selectorsOf(keyFigure: KeyFigure): ScopeSelector[] {
  return [keyFigure.scope, ...keyFigure.parts.map(({ scope }) => scope)]
}
