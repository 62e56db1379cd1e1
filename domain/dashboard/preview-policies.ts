import { type HeadlinePolicy, headlineRules } from '@/domain/crisis/crisis'
import { type LedgerView, openView } from '@/domain/ledger/ledger-view'
import { quantityText, type Wording } from '@/domain/wording/wording'

/** What one policy shows for a key figure. `policy`: the one that holds, the one proposed, or a rule on its own. */
export interface PolicyChoice {
  policy: 'now' | 'proposed' | HeadlinePolicy['rules'][number]
  /** The number as a tile has it; null where the policy leaves it open or nobody has a position. */
  text: string | null
  rule: HeadlinePolicy['rules'][number]
  rationale: string
}

/** A key figure under every policy, with each standing position, so that one sees what is chosen from. */
export interface PolicyPreview {
  key: string
  label: string
  positions: { claimant: string; text: string }[]
  choices: PolicyChoice[]
}

/** What each policy would show for the key figures of the crisis at the view's viewpoint, side by side. Pure. */
export function previewPolicies(view: LedgerView, wording: Wording, proposed: HeadlinePolicy): PolicyPreview[] {
  const { crisis } = view.slice
  const { preferredSources } = proposed
  const policies: [PolicyChoice['policy'], HeadlinePolicy][] = [
    ['now', crisis.policy],
    ['proposed', proposed],
    ...headlineRules.map((rule): [PolicyChoice['policy'], HeadlinePolicy] => [
      rule,
      { rules: [rule], preferredSources },
    ]),
  ]
  const views = policies.map(
    ([name, policy]) => [name, openView({ ...view.slice, crisis: { ...crisis, policy } })] as const,
  )
  return crisis.keyFigures.map(({ key, label, scope }) => ({
    key,
    label,
    positions: view
      .headlineOf(view.scopeOf(scope))
      .positions.filter(({ earlier }) => !earlier)
      .map(({ claimant, quantity }) => ({ claimant: claimant.name, text: quantityText(wording, quantity) })),
    choices: views.map(([policy, { headlineOf, scopeOf }]) => {
      const { quantity, rule, rationale } = headlineOf(scopeOf(scope))
      return { policy, text: quantity && quantityText(wording, quantity), rule, rationale }
    }),
  }))
}
