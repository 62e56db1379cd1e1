import { z } from 'zod'

/** An instant in UTC with milliseconds, `2023-09-19T12:00:00.000Z`: one spelling only, so that `<` on the text orders time. */
export type Instant = string

/** A calendar day `YYYY-MM-DD` in a crisis's zone. */
export type Day = string

const earliest = '1900-01-01T00:00:00.000Z'
const latest = '2200-01-01T00:00:00.000Z'

/** Reads RFC 3339 with an offset and writes the one UTC spelling; years 1900 to 2199. */
export const instantSchema = z.iso
  .datetime({ offset: true, message: 'Give an instant with its offset, for example 2023-09-19T16:00:00+04:00.' })
  .transform((text) => new Date(text).toISOString())
  .refine((instant) => instant >= earliest && instant < latest, 'The year must lie between 1900 and 2199.')

export const daySchema = z.iso
  .date({ message: 'Give a day as YYYY-MM-DD.' })
  .refine((day) => day >= '1900' && day < '2200', {
    message: 'The year must lie between 1900 and 2199.',
  })

export const precisions = ['minute', 'hour', 'day', 'month'] as const
export type Precision = (typeof precisions)[number]

/**
 * When a count held: an interval of instants, both ends inclusive. A minute is one instant (start = end); an hour, a day, a month run
 * from their start to their end (a day's end is the next midnight in the crisis's zone). `stated`: the source said it ("as of 4 p.m.");
 * else it is taken from the publication.
 */
export const asOfSchema = z
  .object({
    start: instantSchema,
    end: instantSchema,
    precision: z.enum(precisions),
    stated: z.boolean(),
    note: z.string().nullable(),
  })
  .refine(({ start, end }) => start <= end, 'The interval must not end before it starts.')
export type AsOf = z.infer<typeof asOfSchema>
