import { z } from 'zod'

/** How a source bounded its number. `unquantified` is "dozens": words without a number anyone may compute with. */
export const qualifiers = [
  'exact',
  'at-least',
  'more-than',
  'at-most',
  'fewer-than',
  'about',
  'between',
  'unquantified',
] as const

export const qualifierSchema = z.enum(qualifiers)
export type Qualifier = z.infer<typeof qualifierSchema>

const bound = z.number().int().min(0).max(1_000_000_000).nullable()

/**
 * A number as a source worded it. `low` and `high` hold the numbers as stated (null = open): "at least 2" is low 2, high
 * null; "more than 200" is low 200, high null and compares as 201 upward; "fewer than 10" is low null, high 10; "about 5,000"
 * is low = high = 5,000; "dozens" has neither. `words` are the published words. Unknown is never 0.
 */
export const quantitySchema = z
  .object({ low: bound, high: bound, qualifier: qualifierSchema, words: z.string().max(300) })
  .superRefine((quantity, context) => {
    const message = describeMismatch(quantity)
    if (message) context.addIssue({ code: 'custom', message })
  })
export type Quantity = z.infer<typeof quantitySchema>

/** Why the ends do not fit the qualifier, as a sentence, or null where they do. */
function describeMismatch({ low, high, qualifier }: { low: number | null; high: number | null; qualifier: Qualifier }) {
  switch (qualifier) {
    case 'exact':
    case 'about':
      return low !== null && low === high ? null : `"${qualifier}" needs one number: low and high must be the same.`
    case 'at-least':
    case 'more-than':
      return low !== null && high === null ? null : `"${qualifier}" needs a low end and an open high end.`
    case 'at-most':
    case 'fewer-than':
      if (low !== null || high === null) return `"${qualifier}" needs a high end and an open low end.`
      return qualifier === 'fewer-than' && high === 0 ? '"fewer-than 0" is impossible.' : null
    case 'between':
      return low !== null && high !== null && low <= high ? null : '"between" needs a low end not above its high end.'
    case 'unquantified':
      return low === null && high === null
        ? null
        : '"unquantified" has no numbers; choose another qualifier to give one.'
  }
}

/** Builds a quantity from its qualifier and number(s); throws a ZodError on an impossible pair. */
export function makeQuantity(
  qualifier: Qualifier,
  first: number | null,
  second: number | null = null,
  words = '',
): Quantity {
  const ends: Record<Qualifier, [number | null, number | null]> = {
    exact: [first, first],
    about: [first, first],
    'at-least': [first, null],
    'more-than': [first, null],
    'at-most': [null, first],
    'fewer-than': [null, first],
    between: [first, second],
    unquantified: [null, null],
  }
  const [low, high] = ends[qualifier]
  return quantitySchema.parse({ low, high, qualifier, words })
}
