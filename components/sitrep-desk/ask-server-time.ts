import type { Instant } from '@/domain/time/instant'

/**
 * The moment by the server's clock, to the millisecond: what is known is known by that clock, and what was approved within this second is to be
 * seen. By this device's own where it does not say.
 */
export async function askServerTime(): Promise<Instant> {
  const said = await fetch('/healthz', { cache: 'no-store' }).catch(() => null)
  const time = Date.parse(said?.headers.get('attest-time') ?? '')
  return new Date(Number.isNaN(time) ? Date.now() : time).toISOString()
}
