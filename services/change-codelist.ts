import { z } from 'zod'
import { insertIndicator, lockIndicator, readCodelist, updateIndicator } from '@/db/repositories/change-ground'
import { beforeAfter } from '@/domain/audit/before-after'
import { slugSchema } from '@/domain/crisis/crisis'
import { type Indicator, indicatorGroups, measures, unitSchema } from '@/domain/indicator/indicator'
import { asServiceErrors } from '@/services/as-service-errors'
import type { Context } from '@/services/context'
import { ServiceError } from '@/services/errors'
import { parseInput } from '@/services/parse-input'
import { requireReason } from '@/services/require-reason'
import { requireRole } from '@/services/require-role'
import { requireVersion } from '@/services/require-version'
import { runUseCase } from '@/services/run-use-case'

const label = z.string().trim().min(1, 'Write at least one letter.').max(120)
const hours = z.number().int().min(1).max(87_600)

export const indicatorSchema = z.object({
  key: slugSchema.min(2),
  group: z.enum(indicatorGroups),
  unit: unitSchema,
  measure: z.enum(measures),
  windowHours: hours,
  staleHours: hours,
  /** By language, English at least. */
  labels: z.object({ en: label, hy: label.optional(), ru: label.optional(), ar: label.optional() }),
  definition: z.string().trim().min(1, 'Say what is counted.').max(1000),
})
export const indicatorChangeSchema = indicatorSchema.omit({ key: true }).partial()

/** A row of the codelist as administrators see it. `isUsed`: figures name it, so its unit and its kind of measure stay. */
export type CodelistRow = Indicator & { version: number; isUsed: boolean }

/** The codelist with the version of each row. @throws ServiceError `unavailable` */
export async function readCodelistRows({ ctx }: { ctx: Context }): Promise<CodelistRow[]> {
  return await asServiceErrors(() => readCodelist(ctx.db))
}

/**
 * Adds an indicator to the codelist of all crises.
 * @throws ServiceError `forbidden`, `invalid` (fields, the key is taken)
 */
export async function addIndicator({
  ctx,
  input,
}: {
  ctx: Context
  input: z.input<typeof indicatorSchema>
}): Promise<{ key: string; version: number }> {
  const actor = requireRole(ctx, null, 'administrator')
  const indicator = toIndicator(parseInput(indicatorSchema, input))
  const { key } = indicator
  return await runUseCase({ ctx, actor, action: 'add-indicator', crisis: null }, async (tx) => {
    if (await lockIndicator(tx, key)) {
      const message = 'The codelist has this key: a key never changes its meaning, so choose another.'
      throw new ServiceError('invalid', message, [{ pointer: '/key', message }])
    }
    await insertIndicator(tx, indicator)
    const details = beforeAfter({}, indicator)
    return { result: { key, version: 1 }, subject: `indicator:${key}`, details: { ...details }, rows: indicator }
  })
}

/**
 * Changes a row of the codelist; what the change leaves out stays. Unit and kind of measure stay once figures use the key.
 * @throws ServiceError `forbidden`, `not-found`, `conflict` (another version stands, figures use it), `invalid`
 */
export async function changeIndicator({
  ctx,
  input: { key, version, reason: given, change },
}: {
  ctx: Context
  input: { key: string; version: number; reason: string; change: z.input<typeof indicatorChangeSchema> }
}): Promise<{ key: string; version: number }> {
  const actor = requireRole(ctx, null, 'administrator')
  const reason = requireReason(given)
  const { labels, ...own } = parseInput(indicatorChangeSchema, change)
  const changed = { ...own, ...(labels ? { labels: withoutGaps(labels) } : {}) }
  return await runUseCase({ ctx, actor, action: 'change-indicator', crisis: null }, async (tx) => {
    const was = await lockIndicator(tx, key)
    if (!was) throw new ServiceError('not-found', 'The codelist has no such key.')
    requireVersion(was, version)
    await refuseOtherMeasure(tx, was, changed)
    const next = Object.keys(changed).length > 0 ? await updateIndicator(tx, key, changed) : was.version
    const details = { version: next, reason, ...beforeAfter(was, { ...was, ...changed }) }
    return { result: { key, version: next }, subject: `indicator:${key}`, details, rows: changed }
  })
}

async function refuseOtherMeasure(
  tx: Parameters<typeof readCodelist>[0],
  was: Pick<Indicator, 'key' | 'unit' | 'measure'>,
  { unit = was.unit, measure = was.measure }: Partial<Pick<Indicator, 'unit' | 'measure'>>,
): Promise<void> {
  if (unit === was.unit && measure === was.measure) return
  const row = (await readCodelist(tx)).find(({ key }) => key === was.key)
  if (!row?.isUsed) return
  const message = 'Figures use this key: its unit and its kind of measure stay.'
  throw new ServiceError('invalid', message, [{ pointer: unit === was.unit ? '/measure' : '/unit', message }])
}

const toIndicator = (given: z.output<typeof indicatorSchema>): Indicator => ({
  ...given,
  labels: withoutGaps(given.labels),
})

/** Labels without the languages that have none. */
function withoutGaps({ en, hy, ru, ar }: z.output<typeof indicatorSchema>['labels']): Indicator['labels'] {
  return { en, ...(hy ? { hy } : {}), ...(ru ? { ru } : {}), ...(ar ? { ar } : {}) }
}
