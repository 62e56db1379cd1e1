import type { AsOf } from '@/domain/time/instant'

/** An interval as the columns of `asOfColumns`. */
export const asOfValues = (asOf: AsOf | null) => ({
  asOfStart: asOf?.start ?? null,
  asOfEnd: asOf?.end ?? null,
  asOfPrecision: asOf?.precision ?? null,
  asOfStated: asOf?.stated ?? null,
  asOfNote: asOf?.note ?? null,
})
