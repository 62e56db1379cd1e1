import { createHash } from 'node:crypto'
import type { ScopeChoice } from '@/components/administration/dashboard-form'
import type { Crisis, ScopeSelector } from '@/domain/crisis/crisis'
import { scopeKey } from '@/domain/figure/scope'
import { noFilter } from '@/domain/viewpoint/figure-filter'
import { writtenIn } from '@/domain/wording/localize'
import { fullSubjectOf, makeWording } from '@/domain/wording/wording'
import type { Context } from '@/services/context'
import { loadHeadlineView } from '@/services/load-headline-view'

const mostChoices = 300

/**
 * The scopes somebody has a position in that are no key figures yet: each in words of the language the crisis is written in, ready to become
 * one.
 */
export async function scopeChoices(ctx: Context, crisis: Crisis): Promise<ScopeChoice[]> {
  const now = ctx.now().toISOString()
  const locale = writtenIn(crisis)
  const viewpoint = { asOf: now, knownAt: now, audience: ctx.audience, locale }
  const view = await loadHeadlineView(ctx, crisis, viewpoint, noFilter)
  const wording = makeWording(locale, crisis, view.slice.indicators)
  const taken = new Set(crisis.keyFigures.map(({ scope }) => scopeKey(view.scopeOf(scope))))
  return view.scopes
    .filter((scope) => !taken.has(scopeKey(scope)))
    .map((scope) => {
      const { places, events, ...rest } = scope
      const selector: ScopeSelector = {
        ...rest,
        places: places.map(({ role, id }) => ({ role, id })),
        events: events.map(({ id }) => id),
      }
      const key = `scope-${createHash('sha256').update(scopeKey(scope)).digest('hex').slice(0, 12)}`
      const words = fullSubjectOf(wording, scope)
      const subject = words.charAt(0).toUpperCase() + words.slice(1)
      const label = `${subject} (${scope.basis})`
      return { key, label, keyFigure: { key, label: subject.slice(0, 200), scope: selector, parts: [] } }
    })
    .sort((a, b) => (a.label < b.label ? -1 : 1))
    .slice(0, mostChoices)
}
