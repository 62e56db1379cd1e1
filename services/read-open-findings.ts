import { loadCrises } from '@/db/repositories/read-crises'
import { findUnanswered } from '@/domain/checks/finding'
import { groupBy } from '@/domain/collection/group-by'
import type { Figure, Finding } from '@/domain/figure/figure'
import { asServiceErrors } from '@/services/as-service-errors'
import type { Context } from '@/services/context'
import { findInEntry } from '@/services/entry/check-entry'
import { requireCrisis } from '@/services/entry/require-crisis'
import { listWaiting } from '@/services/read-waiting'

/** A figure that waits, with what the guard rails find in it now and nobody gave a reason for. */
export interface OpenFindings {
  crisis: { slug: string; title: string }
  figure: Figure
  findings: Finding[]
}

/** So many of the longest waiting are looked at. */
const mostChecked = 100

/**
 * What the guard rails find now in the figures that the actor entered and that wait: what was not there when they were entered, since the
 * ledger has gone on, or came from a program. With each figure what is open alone. @throws ServiceError `forbidden`
 */
export async function listOpenFindings({ ctx }: { ctx: Context }): Promise<OpenFindings[]> {
  const filter = { author: 'me', kind: ['figure'], state: 'submitted' } as const
  const { items } = await listWaiting({ ctx, filter, page: { limit: mostChecked, cursor: null } })
  const own = items.flatMap((item) => (item.kind === 'figure' && item.crisis ? [{ ...item, crisis: item.crisis }] : []))
  return await asServiceErrors(async () => {
    const crises = await loadCrises(ctx.db)
    const open: OpenFindings[] = []
    for (const [slug, ofCrisis] of groupBy(own, ({ crisis }) => crisis.slug)) {
      const id = crises.find((one) => one.slug === slug)?.id ?? ''
      const versions = ofCrisis.map(({ figure }) => ({ figure, key: null, embargoUntil: null, acknowledged: [] }))
      const checked = await ctx.db.transaction(async (tx) =>
        findInEntry(tx, await requireCrisis(tx, id), versions, ctx),
      )
      for (const [index, { figure, findings }] of checked.entries()) {
        const reasons = Object.fromEntries(
          figure.findings.map(({ code, acknowledged }) => [code, acknowledged?.reason ?? '']),
        )
        const unanswered = [...findings.filter(({ grave }) => grave), ...findUnanswered(findings, reasons)]
        const crisis = ofCrisis[index]?.crisis
        if (crisis && unanswered.length > 0) open.push({ crisis, figure, findings: unanswered })
      }
    }
    return open
  })
}
