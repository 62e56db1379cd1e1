import { z } from 'zod'
import { newId } from '@/db/new-id'
import { type NewEvent, writeEvents } from '@/db/repositories/write-events'
import { instantSchema, precisions } from '@/domain/time/instant'
import type { Context } from '@/services/context'
import { requireCrisis } from '@/services/entry/require-crisis'
import { requireServing } from '@/services/entry/require-serving'
import { parseInput } from '@/services/parse-input'
import { requireRole } from '@/services/require-role'
import { runUseCase } from '@/services/run-use-case'

const spanSchema = z
  .object({ start: instantSchema, end: instantSchema, precision: z.enum(precisions) })
  .refine(({ start, end }) => start <= end, 'It must not end before it starts.')

export const eventSchema = z.object({
  title: z.string().trim().min(1).max(500),
  place: z.string().nullable(),
  /** The spans in which it began and ended; `to` null while it goes on or where nobody said. */
  from: spanSchema,
  to: spanSchema.nullable(),
  parent: z.string().nullable(),
})

export const addEventsSchema = z.object({
  crisis: z.string(),
  events: z.array(eventSchema).min(1).max(1000),
})

/**
 * Adds events to a crisis. Answers their ids, in order.
 * @throws ServiceError `forbidden`, `not-found`, `invalid`
 */
export async function addEvents({
  ctx,
  input,
}: {
  ctx: Context
  input: z.input<typeof addEventsSchema>
}): Promise<{ ids: string[] }> {
  const actor = requireRole(ctx, input.crisis, 'contributor', 'administrator')
  const { crisis, events } = parseInput(addEventsSchema, input)
  const rows = events.map((event): NewEvent => ({ ...event, id: newId(), key: null }))
  return await runUseCase({ ctx, actor, action: 'add-events', crisis }, async (tx) => {
    await requireCrisis(tx, crisis)
    const names = (field: 'parent' | 'place') =>
      rows.map((row, index) => ({ pointer: `/events/${index}/${field}`, id: row[field] }))
    await requireServing(tx, 'event', crisis, names('parent'))
    await requireServing(tx, 'place', crisis, names('place'))
    await writeEvents(tx, rows, crisis)
    const ids = rows.map(({ id }) => id)
    return {
      result: { ids },
      subject: `event:${ids[0]}`,
      details: { count: ids.length, titles: rows.map(({ title }) => title).slice(0, 20) },
      rows,
    }
  })
}
