import {
  loadAdministeredEvents,
  loadAdministeredPlaces,
  loadAdministeredSources,
} from '@/db/repositories/read-administered'
import { asServiceErrors } from '@/services/as-service-errors'
import type { Context } from '@/services/context'
import { requireRole } from '@/services/require-role'

/** Every source a crisis can name, used or not; `crisis` null: those that serve all. @throws ServiceError `forbidden` */
export async function listAdministeredSources({ ctx, crisis }: { ctx: Context; crisis: string | null }) {
  requireRole(ctx, crisis, 'administrator', 'reviewer')
  return await asServiceErrors(() => loadAdministeredSources(ctx.db, crisis))
}

/** Every place a crisis can name, used or not; `crisis` null: those that serve all. @throws ServiceError `forbidden` */
export async function listAdministeredPlaces({ ctx, crisis }: { ctx: Context; crisis: string | null }) {
  requireRole(ctx, crisis, 'administrator')
  return await asServiceErrors(() => loadAdministeredPlaces(ctx.db, crisis))
}

/** Every event of a crisis, covered by a figure or not. @throws ServiceError `forbidden` */
export async function listAdministeredEvents({ ctx, crisis }: { ctx: Context; crisis: string }) {
  requireRole(ctx, crisis, 'administrator')
  return await asServiceErrors(() => loadAdministeredEvents(ctx.db, crisis))
}
