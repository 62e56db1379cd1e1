import type { Viewpoint } from '@/domain/viewpoint/viewpoint'
import { lastDay } from '@/tests/bench/large-crises'

/** The same numbers in [0, 1) at every run. */
function* numbersFrom(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    yield state / 2 ** 32
  }
}

const end = Date.parse(`${lastDay}T22:00:00Z`)

/** Moments at random in the last `days`, as of and known at the same or the second later: no two alike. */
export function randomViewpoints(count: number, { days, seed = 1 }: { days: number; seed?: number }): Viewpoint[] {
  const numbers = numbersFrom(seed)
  const next = () => numbers.next().value as number
  return Array.from({ length: count }, () => {
    const asOf = end - Math.floor(next() * days * 86_400_000)
    const knownAt = asOf + Math.floor(next() * 3 * 86_400_000)
    const [from, to] = [new Date(asOf).toISOString(), new Date(knownAt).toISOString()]
    return { asOf: from, knownAt: to, audience: 'public', locale: 'en' }
  })
}
