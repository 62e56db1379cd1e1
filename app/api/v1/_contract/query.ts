import { z } from 'zod'
import { lookupKinds } from '@/domain/entry/lookup'
import { basisKinds } from '@/domain/figure/figure'
import { isCursor } from '@/domain/paging/page'
import { populationFacets } from '@/domain/population/population'
import { endOfDay } from '@/domain/time/local-time'
import { parseTime } from '@/domain/viewpoint/parse-viewpoint'
import { locales } from '@/domain/viewpoint/viewpoint'

/** Text a client sends: PostgreSQL holds no U+0000, and nothing asked for here is long. */
const text = z
  .string()
  .min(1)
  .max(200)
  .refine((value) => !value.includes('\u0000'), 'U+0000 is not allowed.')

/** Whether a day or an instant is one does not depend on the zone: it is told before anything is looked up. */
const moment = text
  .check(({ value, issues }) => {
    const parsed = parseTime(value, 'UTC', endOfDay)
    if (parsed.instant === null && value !== '') issues.push({ code: 'custom', input: value, message: parsed.message })
  })
  .meta({
    description: "A day (YYYY-MM-DD: its end in the crisis's zone) or an instant with its offset (RFC 3339).",
    examples: ['2023-09-19', '2023-09-19T16:00:00+04:00'],
  })

/** A number as digits alone: `1e2`, `+5` and the empty text are none. */
export const wholeNumber = (least: number, most: number) =>
  z.preprocess(
    (given) => (typeof given === 'string' && /^\d+$/.test(given) ? Number(given) : given),
    z.number().int().min(least).max(most),
  )

/** The two clocks of every read; left out they are now. */
export const viewpointQuery = z.object({
  asOf: moment.optional().meta({ description: 'Show the world as of this day or instant; default now.' }),
  knownAt: moment.optional().meta({ description: 'As the ledger knew it at this day or instant; default now.' }),
})

const codes = (description: string) => z.array(text).optional().meta({ description })
const facet = <Value extends string>(values: readonly Value[]) => z.array(z.enum(values)).optional()

/** What figures are wanted; each may be repeated, any of its values suffices. */
export const filterQuery = viewpointQuery.extend({
  indicator: codes('Keys of the codelist, for example "killed".'),
  status: facet(populationFacets.status),
  age: facet(populationFacets.age),
  sex: facet(populationFacets.sex),
  role: facet(populationFacets.role),
  group: codes('Groups of people that the crisis defines.'),
  place: codes('Ids of places; each with the places within it.'),
  event: codes('Ids of events.'),
  claimant: codes('Ids of sources.'),
  basis: facet(basisKinds),
  from: moment.optional().meta({ description: 'As-of not before this; a day means its start.' }),
  to: moment.optional().meta({ description: 'As-of not after this; a day means its end.' }),
})

/** Which part of a list. */
export const pageQuery = z.object({
  limit: wholeNumber(1, 1000).default(100).meta({ description: 'At most so many items, 1 to 1000.' }),
  cursor: z
    .string()
    .max(4000)
    .refine(isCursor, 'This is no cursor: take "nextCursor" of the page before, or leave it out.')
    .optional()
    .meta({ description: '"nextCursor" of the page before.' }),
})

export const intervalQuery = z.object({
  interval: z.enum(['day']).optional().meta({
    description: 'day: also the value at the end of each day, carried-forward ones marked, gaps left as gaps.',
  }),
})

export const sinceQuery = z.object({
  since: moment.meta({ description: 'The earlier of the two moments of knowledge; the later is knownAt.' }),
})

/** What a picker searches for. */
export const lookupQuery = z.object({
  kind: z.enum(lookupKinds),
  q: z
    .string()
    .max(400)
    .refine((value) => !value.includes('\u0000'), 'U+0000 is not allowed.')
    .default('')
    .meta({
      description:
        'Words of a name; of a document also its address or SHA-256. Left out: what is used most, or newest.',
    }),
})

/** Which acts of the audit log are wanted. */
export const actQuery = z.object({
  person: text.optional().meta({ description: 'The id of who acted.' }),
  action: text.optional().meta({ description: 'What was done, for example "change-crisis".' }),
  crisis: text.optional().meta({ description: "The crisis's slug." }),
  from: moment.optional().meta({ description: 'Not before this; a day means its start, in UTC.' }),
  to: moment.optional().meta({ description: 'Not after this; a day means its end, in UTC.' }),
})

export const editionQuery = z.object({
  edition: wholeNumber(1, 10_000).optional().meta({ description: 'A certain edition; default the latest.' }),
  lang: z
    .enum(locales)
    .optional()
    .meta({ description: 'A language it was published in; default the one it was written in.' }),
})

/** Of an edition's PDF. */
export const pdfQuery = editionQuery.extend({
  data: z
    .enum(['embedded'])
    .optional()
    .meta({ description: 'embedded: as PDF/A-3, with figures.csv and sitrep.json inside.' }),
})

/** Of an address that takes no parameters. */
export const noQuery = z.object({})
