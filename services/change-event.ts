import type { z } from 'zod'
import { lockEvent, readWithin, updateEvent } from '@/db/repositories/change-ground'
import { beforeAfter } from '@/domain/audit/before-after'
import { eventSchema } from '@/services/add-events'
import type { Context } from '@/services/context'
import { requireServing } from '@/services/entry/require-serving'
import { ServiceError } from '@/services/errors'
import { parseInput } from '@/services/parse-input'
import { requireReason } from '@/services/require-reason'
import { requireRole } from '@/services/require-role'
import { requireVersion } from '@/services/require-version'
import { runUseCase } from '@/services/run-use-case'

export const eventChangeSchema = eventSchema.partial()

/**
 * Changes an event of a crisis; what the change leaves out stays.
 * @throws ServiceError `forbidden`, `not-found`, `conflict` (another version stands), `invalid`
 */
export async function changeEvent({
  ctx,
  input: { crisis, event, version, reason: given, change },
}: {
  ctx: Context
  input: { crisis: string; event: string; version: number; reason: string; change: z.input<typeof eventChangeSchema> }
}): Promise<{ id: string; version: number }> {
  const actor = requireRole(ctx, crisis, 'administrator')
  const reason = requireReason(given)
  const { title, place, from, to, parent } = parseInput(eventChangeSchema, change)
  return await runUseCase({ ctx, actor, action: 'change-event', crisis }, async (tx) => {
    const was = await lockEvent(tx, crisis, event)
    if (!was) throw new ServiceError('not-found', 'There is no such event.')
    requireVersion(was, version)
    await requireServing(tx, 'place', crisis, [{ pointer: '/place', id: place }])
    await requireServing(tx, 'event', crisis, [{ pointer: '/parent', id: parent }])
    if (parent && (await readWithin(tx, 'event', event)).has(parent)) {
      const message = 'An event cannot be part of itself.'
      throw new ServiceError('invalid', message, [{ pointer: '/parent', message }])
    }
    const row = {
      ...(title === undefined ? {} : { title }),
      ...(place === undefined ? {} : { placeId: place }),
      ...(parent === undefined ? {} : { parentId: parent }),
      ...(from === undefined ? {} : { startedAt: from.start, startedPrecision: from.precision }),
      ...(to === undefined ? {} : { endedAt: to?.end ?? null, endedPrecision: to?.precision ?? null }),
    }
    const next = Object.keys(row).length > 0 ? await updateEvent(tx, event, row) : was.version
    const details = { version: next, reason, ...beforeAfter(was, { ...was, ...row }) }
    return { result: { id: event, version: next }, subject: `event:${event}`, details, rows: row }
  })
}
