import { z } from 'zod'
import { unitSchema } from '@/domain/indicator/indicator'
import { makeQuantity, type Quantity, quantitySchema } from '@/domain/quantity/quantity'

/** How a number was derived from one of another unit. `arithmetic`: "412 households x 4.1". */
export const derivationSchema = z.object({
  from: quantitySchema,
  unit: unitSchema,
  factor: z.number().positive().max(50),
  arithmetic: z.string().min(1).max(200),
})
export type Derivation = z.infer<typeof derivationSchema>

const inWords: Record<Quantity['qualifier'], string> = {
  exact: '',
  about: 'about ',
  'at-least': 'at least ',
  'more-than': 'more than ',
  'at-most': 'at most ',
  'fewer-than': 'fewer than ',
  between: '',
  unquantified: '',
}

/**
 * Persons from households and a household size (people in one, a decimal; `words` as its source gives it). Open ends stay open and each
 * end is multiplied for itself, rounded half up. An exact count of households becomes "about" persons, because a size is an average.
 * Unquantified stays unquantified. Section 2 of the domain. @throws RangeError for a size outside 0-50
 */
export function derivePersons(
  households: Quantity,
  { factor, words }: { factor: number; words: string },
): { persons: Quantity; derivation: Derivation } {
  if (!(factor > 0 && factor <= 50)) throw new RangeError(`A household of ${factor} people cannot be.`)
  const [low, high] = [households.low, households.high].map((end) => (end === null ? null : multiply(end, factor)))
  const qualifier = households.qualifier === 'exact' ? 'about' : households.qualifier
  const published = [households.words, words].filter(Boolean).join('; ')
  return {
    persons: makeQuantity(qualifier, low ?? high ?? null, high ?? null, published),
    derivation: {
      from: households,
      unit: 'households',
      factor,
      arithmetic: `${numberOf(households)} households x ${factor}`,
    },
  }
}

/** Whether two quantities say the same number, whatever their words. */
export function isSameNumber(a: Quantity, b: Quantity): boolean {
  return a.qualifier === b.qualifier && a.low === b.low && a.high === b.high
}

/** In whole numbers, so that a half is a half: 5 x 4.1 is 20.5 and not a little less. */
function multiply(count: number, factor: number): number {
  const scale = 10 ** (String(factor).split('.')[1]?.length ?? 0)
  const product = BigInt(count) * BigInt(Math.round(factor * scale))
  return Number((2n * product + BigInt(scale)) / (2n * BigInt(scale)))
}

function numberOf({ low, high, qualifier, words }: Quantity): string {
  if (qualifier === 'unquantified') return `“${words}”`
  const written = (end: number | null) => (end ?? 0).toLocaleString('en')
  return qualifier === 'between' ? `${written(low)}–${written(high)}` : `${inWords[qualifier]}${written(low ?? high)}`
}
