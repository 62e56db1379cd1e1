import { loadIndependences, loadResolutions } from '@/db/repositories/read-decisions'
import type { Crisis } from '@/domain/crisis/crisis'
import type { FigureDetail } from '@/domain/figure/figure-detail'
import { scopeKey, scopeOf } from '@/domain/figure/scope'
import type { Independence, Resolution } from '@/domain/reconciliation/headline'
import type { Viewpoint } from '@/domain/viewpoint/viewpoint'
import { asServiceErrors } from '@/services/as-service-errors'
import type { Context } from '@/services/context'

/**
 * What people decided around a figure, known at the viewpoint: editors' decisions for its scope, and which of the claimants who have a position
 * there are recorded as independent of each other, by their names.
 */
export async function readDecisionsAround({
  ctx,
  crisis,
  viewpoint,
  figure,
}: {
  ctx: Context
  crisis: Crisis
  viewpoint: Viewpoint
  figure: FigureDetail
}): Promise<{ decisions: Resolution[]; independences: Independence[] }> {
  const reading = { crisis, viewpoint }
  return await asServiceErrors(async () => {
    const [resolutions, pairs] = await Promise.all([
      loadResolutions(ctx.db, reading),
      loadIndependences(ctx.db, reading),
    ])
    const key = scopeKey(scopeOf(figure))
    const names = new Map(figure.headline.positions.map(({ claimant }) => [claimant.id, claimant.name]))
    return {
      decisions: resolutions.filter((one) => one.scopeKey === key),
      independences: pairs.flatMap(({ a, b, reason }) => {
        const [one, other] = [names.get(a), names.get(b)]
        return one && other ? [{ a: one, b: other, reason }] : []
      }),
    }
  })
}
