import type { Instant } from '@/domain/time/instant'

/** The moment by the server's clock, to the second: what is known is known by that clock. By this device's own where it does not say. */
export async function askServerTime(): Promise<Instant> {
  const said = await fetch('/healthz', { cache: 'no-store' }).catch(() => null)
  const date = Date.parse(said?.headers.get('date') ?? '')
  return new Date(Number.isNaN(date) ? Date.now() : date).toISOString()
}
