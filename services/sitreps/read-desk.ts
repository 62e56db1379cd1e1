import { loadCrises } from '@/db/repositories/read-crises'
import { loadCrisesWithReports, loadDrafts } from '@/db/repositories/sitrep-drafts'
import type { Crisis } from '@/domain/crisis/crisis'
import type { SitrepDraft } from '@/domain/sitrep/draft'
import type { ListedSitrep } from '@/domain/sitrep/listed-sitrep'
import { clockOf, type ReportClock } from '@/domain/sitrep/report-clock'
import { crisesOf } from '@/domain/workflow/actor'
import { asServiceErrors } from '@/services/as-service-errors'
import type { Context } from '@/services/context'
import { ServiceError } from '@/services/errors'
import { listEditions } from '@/services/read-sitreps'
import { requireRole } from '@/services/require-role'
import { type ChangedNumber, readChangedNumbers } from '@/services/sitreps/read-changed-numbers'

/** The sitrep desk is for whoever writes, approves or publishes. */
export const sitrepDeskRoles = ['editor', 'reviewer', 'administrator'] as const

/** The reports of one crisis as its desk sees them. */
export interface SitrepDesk {
  crisis: Crisis
  clock: ReportClock
  /** The draft that the last cut-off made, whatever became of it but discarded; null where there is none. */
  ofToday: SitrepDraft | null
  /** Drafts that are not out, newest number first. */
  open: SitrepDraft[]
  /** All editions, newest first. */
  editions: ListedSitrep[]
  changed: ChangedNumber[]
}

/** The desk of one crisis. @throws ServiceError `forbidden`, `unavailable` */
export async function readSitrepDesk({ ctx, crisis }: { ctx: Context; crisis: Crisis }): Promise<SitrepDesk> {
  requireRole(ctx, crisis.id, ...sitrepDeskRoles)
  const clock = clockOf(crisis, ctx.now().toISOString())
  const [kept, editions, changed] = await Promise.all([
    asServiceErrors(() => loadDrafts(ctx.db, crisis.id, ['draft', 'requested', 'approved', 'publishing', 'published'])),
    listEditions({ ctx, crisis }),
    readChangedNumbers({ ctx, crisis }),
  ])
  const drafts = kept.map(({ draft }) => draft)
  return {
    crisis,
    clock,
    ofToday: drafts.find(({ scheduledDay }) => scheduledDay !== null && scheduledDay === clock.last?.day) ?? null,
    open: drafts.filter(({ state }) => state !== 'published'),
    editions,
    changed,
  }
}

/**
 * The desks of the crises where the actor has a part in reports; `others`: those of which nothing is written or published, and no daily report is due.
 * @throws ServiceError `forbidden`, `unavailable`
 */
export async function readSitrepDesks({ ctx }: { ctx: Context }): Promise<{ desks: SitrepDesk[]; others: Crisis[] }> {
  if (!ctx.actor) throw new ServiceError('forbidden', 'Sign in to see drafts.')
  const held = crisesOf(ctx.actor, sitrepDeskRoles)
  const [all, withReports] = await asServiceErrors(() =>
    Promise.all([loadCrises(ctx.db), loadCrisesWithReports(ctx.db)]),
  )
  const own = all.filter(({ id }) => held === null || held.includes(id))
  const isActive = ({ id, report }: Crisis) => report.daily || withReports.has(id)
  const desks = own.filter(isActive).map((crisis) => readSitrepDesk({ ctx, crisis }))
  return { desks: await Promise.all(desks), others: own.filter((crisis) => !isActive(crisis)) }
}
