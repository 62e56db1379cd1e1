import { newId } from '@/db/new-id'
import { loadCrises } from '@/db/repositories/read-crises'
import { hasDraftOfDay, insertDraft, nextNumber } from '@/db/repositories/sitrep-drafts'
import { readViewpointBefore } from '@/db/repositories/write-editions'
import type { Crisis } from '@/domain/crisis/crisis'
import { beginDraft, cutOffBefore } from '@/domain/sitrep/begin-draft'
import type { Actor } from '@/domain/workflow/actor'
import type { Context } from '@/services/context'
import { ServiceError } from '@/services/errors'
import { runUseCase } from '@/services/run-use-case'
import { emptyRow, tellDraft } from '@/services/sitreps/write-draft'

/** Who begins what the schedule begins. It writes nothing, so whoever finishes the draft is its author. */
const schedule: Actor = { id: 'schedule', name: 'Daily schedule', roles: [] }

/**
 * Begins the draft of each crisis whose day's cut-off has passed (where its reports are daily), as of that cut-off: once for each day,
 * however many processes ask at the same time. Answers the ids of the drafts begun.
 * @throws ServiceError `unavailable`
 */
export async function makeDueDrafts({ ctx }: { ctx: Context }): Promise<string[]> {
  const due = (await loadCrises(ctx.db)).filter(({ report }) => report.daily)
  const made: string[] = []
  for (const crisis of due) {
    const id = await makeDueDraft(ctx, crisis).catch((error: unknown) => {
      // Another process was there first: the day has its draft.
      if (error instanceof ServiceError && error.code === 'conflict') return null
      throw error
    })
    if (id !== null) made.push(id)
  }
  return made
}

async function makeDueDraft(ctx: Context, crisis: Crisis): Promise<string | null> {
  const { day, instant } = cutOffBefore(crisis, ctx.now().toISOString())
  if (day < crisis.startDay || (crisis.endDay !== null && day > crisis.endDay)) return null
  if (await hasDraftOfDay(ctx.db, crisis.id, day)) return null
  return await runUseCase({ ctx, actor: schedule, action: 'begin-sitrep', crisis: crisis.id }, async (tx) => {
    if (await hasDraftOfDay(tx, crisis.id, day)) throw new ServiceError('conflict', 'The day has its draft.')
    const number = await nextNumber(tx, crisis.id)
    const before = (await readViewpointBefore(tx, crisis.id, number))?.asOf ?? null
    const viewpoint = { asOf: instant, knownAt: instant }
    const content = beginDraft(crisis, { kind: 'situation-report', ...viewpoint, before })
    const id = newId()
    const row = { ...emptyRow, id, crisisId: crisis.id, number, edition: 1, content, authors: [] }
    await insertDraft(tx, { ...row, updatedBy: schedule.id, scheduledDay: day })
    await tellDraft(tx, { id, version: 1 }, 'draft', schedule.id, crisis.id)
    return { result: id, subject: `sitrep:${id}`, details: { number, day }, rows: content }
  })
}
