import type { z } from 'zod'
import type { Transaction } from '@/db/client'
import { lockCrisisRow, updateCrisis } from '@/db/repositories/change-ground'
import { beforeAfter } from '@/domain/audit/before-after'
import { settingsChangeSchema } from '@/domain/crisis/crisis-settings'
import { checkSettings } from '@/services/check-settings'
import type { Context } from '@/services/context'
import { ServiceError } from '@/services/errors'
import { parseInput } from '@/services/parse-input'
import { requireReason } from '@/services/require-reason'
import { requireRole } from '@/services/require-role'
import { requireVersion } from '@/services/require-version'
import { runUseCase } from '@/services/run-use-case'

interface Changing {
  crisis: string
  /** Of the settings, as the person saw them. */
  version: number
  reason: string
}

/**
 * Changes settings of a crisis; what the change leaves out stays. The log keeps what stood before and stands after, with the reason.
 * @throws ServiceError `forbidden`, `not-found`, `conflict` (another version stands), `invalid`
 */
export async function changeCrisis({
  ctx,
  input: { crisis, version, reason: given, change },
}: {
  ctx: Context
  input: Changing & { change: z.input<typeof settingsChangeSchema> }
}): Promise<{ version: number }> {
  const actor = requireRole(ctx, crisis, 'administrator')
  const reason = requireReason(given)
  const settings = parseInput(settingsChangeSchema, change)
  return await runUseCase({ ctx, actor, action: 'change-crisis', crisis }, async (tx) => {
    const was = await requireRow(tx, crisis, version)
    await checkSettings(tx, was, settings)
    const next = Object.keys(settings).length > 0 ? await updateCrisis(tx, crisis, settings) : was.version
    const details = { version: next, reason, ...beforeAfter(was, { ...was, ...settings }) }
    return { result: { version: next }, subject: `crisis:${crisis}`, details, rows: settings }
  })
}

/**
 * Switches the four-eyes rule of a crisis off, for an office of one person, or on again. Every page and report of the crisis says so as long as
 * it is off.
 * @throws ServiceError `forbidden`, `not-found`, `conflict` (another version stands), `invalid` (no reason)
 */
export async function switchFourEyes({
  ctx,
  input: { crisis, version, reason: given, fourEyes },
}: {
  ctx: Context
  input: Changing & { fourEyes: boolean }
}): Promise<{ version: number }> {
  const actor = requireRole(ctx, crisis, 'administrator')
  const reason = requireReason(given)
  return await runUseCase({ ctx, actor, action: 'switch-four-eyes', crisis }, async (tx) => {
    const was = await requireRow(tx, crisis, version)
    const next = await updateCrisis(tx, crisis, { fourEyes })
    const details = { version: next, reason, before: { fourEyes: was.fourEyes }, after: { fourEyes } }
    return { result: { version: next }, subject: `crisis:${crisis}`, details, rows: { fourEyes } }
  })
}

async function requireRow(tx: Transaction, id: string, version: number) {
  const row = await lockCrisisRow(tx, id)
  if (!row) throw new ServiceError('not-found', 'There is no such crisis.')
  requireVersion(row, version)
  return row
}
