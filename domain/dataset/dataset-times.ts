import { type AsOf, precisions } from '@/domain/time/instant'
import { parseWhen } from '@/domain/time/local-time'

/** A time or [from, to] as an interval in the zone, as precise as its less precise end. */
export function readInterval(
  written: string | [string, string],
  zone: string,
  { stated, note }: { stated: boolean; note: string | null },
): AsOf {
  const [from, to] = typeof written === 'string' ? [written, written] : written
  const first = parseWhen(from, zone)
  const last = parseWhen(to, zone)
  const coarser = Math.max(precisions.indexOf(first.precision), precisions.indexOf(last.precision))
  return { start: first.start, end: last.end, precision: precisions[coarser] ?? 'month', stated, note }
}
