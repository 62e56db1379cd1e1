import { loadCrisis } from '@/db/repositories/read-crises'
import type { HeadlinePolicy } from '@/domain/crisis/crisis'
import { type PolicyPreview, previewPolicies as preview } from '@/domain/dashboard/preview-policies'
import { noFilter } from '@/domain/viewpoint/figure-filter'
import { makeWording } from '@/domain/wording/wording'
import { asServiceErrors } from '@/services/as-service-errors'
import type { Context } from '@/services/context'
import { ServiceError } from '@/services/errors'
import { loadHeadlineView } from '@/services/load-headline-view'
import { requireRole } from '@/services/require-role'

/**
 * What the public would be shown for each key figure of the crisis now: by the policy that holds, by the one proposed, and by each rule alone. Writes
 * nothing.
 * @throws ServiceError `forbidden`, `not-found`
 */
export async function previewPolicies({
  ctx,
  input: { crisis: asked, policy },
}: {
  ctx: Context
  input: { crisis: { id: string; slug: string }; policy: HeadlinePolicy }
}): Promise<{ items: PolicyPreview[] }> {
  requireRole(ctx, asked.id, 'administrator')
  return await asServiceErrors(async () => {
    const crisis = await loadCrisis(ctx.db, asked.slug)
    if (!crisis) throw new ServiceError('not-found', 'There is no such crisis.')
    const now = ctx.now().toISOString()
    const viewpoint = { asOf: now, knownAt: now, audience: 'public', locale: ctx.locale } as const
    const view = await loadHeadlineView(ctx, crisis, viewpoint, noFilter)
    const wording = makeWording(viewpoint.locale, view.slice.crisis, view.slice.indicators, now)
    return { items: preview(view, wording, policy) }
  })
}
