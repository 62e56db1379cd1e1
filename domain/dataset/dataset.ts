import { z } from 'zod'
import { crisisChartSchema, crisisSchema, keyFigureSchema } from '@/domain/crisis/crisis'
import { basisKinds, citationRelations, disputeAspects, grades, natures, placeRoles } from '@/domain/figure/figure'
import { unitSchema } from '@/domain/indicator/indicator'
import { noteKinds } from '@/domain/note/note'
import { populationSchema } from '@/domain/population/population'
import { qualifiers } from '@/domain/quantity/quantity'
import { resolutionRules } from '@/domain/reconciliation/headline'
import { daySchema } from '@/domain/time/instant'
import { audiences, locales } from '@/domain/viewpoint/viewpoint'

/*
 * A crisis as files: what was published, who said what, in the order of the ledger's own nouns. Keys are slugs that hold within the
 * dataset. Times are written as people read them: `2023-09-19` (that day in the crisis's zone), `2023-09`, `2023-09-19T16` (that
 * hour) or `2023-09-19T16:00` (local), or with an offset.
 */

const key = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Keys are slugs: small letters, digits and hyphens.')
  .max(80)
const when = z
  .string()
  .regex(
    /^\d{4}-\d{2}(-\d{2}(T\d{2}(:\d{2}([+-]\d{2}:\d{2})?)?)?)?$/,
    'Write a time as 2023-09, 2023-09-19, 2023-09-19T16 or 2023-09-19T16:00.',
  )
/** One time, or [from, to] where the coder knows an interval. */
const interval = z.union([when, z.tuple([when, when])])

const datasetPlaceSchema = z.object({
  key,
  level: z.enum(['country', 'admin1', 'admin2', 'admin3', 'settlement', 'site']),
  parent: key.nullable(),
  pcode: z.string().nullable(),
  point: z.object({ lat: z.number(), lon: z.number() }).nullable(),
  /** First the name to fall back on. `usedBy`: whose usage it is ("armenian", "azerbaijani", "international"). */
  names: z.array(z.object({ name: z.string(), language: z.string(), usedBy: z.string() })).min(1),
})

export const datasetSourceSchema = z.object({
  key,
  name: z.string(),
  names: z.array(z.object({ name: z.string(), language: z.string() })).default([]),
  kind: z.enum([
    'ombudsman',
    'government',
    'de-facto-authority',
    'military',
    'un',
    'red-cross',
    'ngo',
    'hospital',
    'media',
    'court',
    'individual',
    'local-authority',
    'prosecutor',
  ]),
  parent: key.nullable().default(null),
  /** The side it belongs to ("azerbaijan", "nagorno-karabakh", "armenia", "russia"), or null. */
  party: z.string().nullable().default(null),
  reliability: z.enum(grades).default('F'),
  reliabilityReason: z.string().nullable().default(null),
})

const datasetEventSchema = z.object({
  key,
  title: z.string(),
  place: key.nullable(),
  from: when,
  to: when.nullable().default(null),
  parent: key.nullable().default(null),
})

const datasetDocumentSchema = z.object({
  key,
  publisher: key,
  title: z.string(),
  url: z.url().nullable(),
  /** Null: the page carries no date; such a document is known from `retrievedAt`. */
  publishedAt: when.nullable(),
  language: z.string(),
  retrievedAt: when,
  /** The whole text, or a file of it beside the dataset; null where only quotes may be kept. */
  text: z.string().nullable().default(null),
  textFile: z.string().nullable().default(null),
  sensitivity: z.enum(audiences).default('public'),
  /** Who may read the whole text; the public otherwise sees quotes with 30 words around. */
  fullText: z.enum(audiences).default('internal'),
})

const citation = z.object({
  document: key,
  quote: z.string().max(500),
  /** Language of the quote; the document's where left out. */
  language: z.string().optional(),
  relation: z.enum(citationRelations),
})

const number = z.union([z.number().int(), z.tuple([z.number().int(), z.number().int()])]).nullable()
/** `size`: people in a household, `sizeWords` the words that give it. */
const derivedInput = z.object({
  qualifier: z.enum(qualifiers),
  value: number,
  words: z.string(),
  size: z.number(),
  sizeWords: z.string(),
})

/** What can be written of a figure, nothing filled in: a correction changes only what it names. */
const figureFields = z.object({
  key,
  indicator: z.string(),
  population: populationSchema.partial(),
  /** The words of the source for these people, where they say more than the facets ("refugees"). */
  populationWords: z.string().nullable(),
  places: z.array(z.object({ role: z.enum(placeRoles), place: key })),
  events: z.array(key),
  /** `value`: one number, [low, high] for between, null for unquantified. */
  qualifier: z.enum(qualifiers),
  value: number,
  words: z.string(),
  /** The indicator's own unit where left out. */
  unit: unitSchema.optional(),
  basis: z.enum(basisKinds),
  basisFrom: when.nullable(),
  basisTo: when.nullable(),
  basisAssumed: z.boolean(),
  nature: z.enum(natures),
  /** Left out: the statement's own (`asOf` of the statement). Null: undated. */
  asOf: interval.nullable().optional(),
  /** True where the source says the as-of; left out: as the statement has it. */
  asOfStated: z.boolean().optional(),
  asOfNote: z.string().nullable(),
  coverage: z.string().nullable(),
  /** The households this number of persons was derived from; `qualifier` and `value` above must be what the arithmetic gives. */
  derived: derivedInput.nullable(),
  partOf: key.nullable(),
  credibility: z.enum(['1', '2', '3', '4', '5', '6']),
  sensitivity: z.enum(audiences),
  citations: z.array(citation).min(1),
  /** Rows of the source table this figure or its citations carry, so that every row can be traced. */
  rows: z.array(z.string()),
  /** Findings the coder accepts, with the reason. */
  acknowledged: z.array(z.object({ code: z.string(), reason: z.string() })),
})

const { shape } = figureFields
const datasetFigureSchema = figureFields.extend({
  population: shape.population.default({}),
  populationWords: shape.populationWords.default(null),
  places: shape.places.default([]),
  events: shape.events.default([]),
  basisFrom: shape.basisFrom.default(null),
  basisTo: shape.basisTo.default(null),
  basisAssumed: shape.basisAssumed.default(false),
  nature: shape.nature.default('count'),
  asOfNote: shape.asOfNote.default(null),
  coverage: shape.coverage.default(null),
  derived: shape.derived.default(null),
  partOf: shape.partOf.default(null),
  credibility: shape.credibility.default('6'),
  sensitivity: shape.sensitivity.default('public'),
  rows: shape.rows.default([]),
  acknowledged: shape.acknowledged.default([]),
})

const datasetStatementSchema = z.object({
  key,
  claimant: key,
  speaker: z.string().nullable().default(null),
  occasion: z.string().nullable().default(null),
  saidAt: interval.nullable().default(null),
  /** Default as-of of its figures: null = undated. `stated`: the source said it. */
  asOf: interval.nullable(),
  asOfStated: z.boolean().default(false),
  figures: z.array(datasetFigureSchema),
})

const datasetDisputeSchema = z.object({
  key,
  figure: key,
  by: key,
  aspect: z.enum(disputeAspects),
  statedAt: interval.nullable(),
  words: z.string(),
  citations: z.array(citation).min(1),
})

const datasetNoteSchema = z.object({
  key,
  kind: z.enum(noteKinds),
  text: z.string(),
  saidBy: key,
  speaker: z.string().nullable().default(null),
  asOf: interval.nullable(),
  places: z.array(z.object({ role: z.enum(placeRoles), place: key })).default([]),
  figures: z.array(key).default([]),
  citations: z.array(citation).min(1),
  sensitivity: z.enum(audiences).default('public'),
})

/** What happened to an entry later: a correction (new content), a withdrawal, a resolution, a grade, an office check, independence. */
const datasetChangeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('correct'),
    figure: key,
    at: when,
    reason: z.string(),
    change: figureFields.omit({ key: true }).partial(),
  }),
  z.object({ kind: z.literal('withdraw'), figure: key, at: when, reason: z.string() }),
  z.object({
    kind: z.literal('resolve'),
    figure: key,
    statement: key.nullable(),
    at: when,
    rule: z.enum(resolutionRules).default('judgement'),
    reason: z.string(),
  }),
  z.object({ kind: z.literal('grade'), source: key, at: when, reliability: z.enum(grades), reason: z.string() }),
  z.object({ kind: z.literal('independent'), a: key, b: key, at: when, reason: z.string() }),
  z.object({ kind: z.literal('office-check'), figure: key, at: when, method: z.string(), by: z.string() }),
])

const datasetSitrepSchema = z.object({
  number: z.number().int(),
  kind: z.enum(['situation-report', 'flash-update']),
  asOf: when,
  knownAt: when,
  periodFrom: when,
  nextIssue: when.nullable(),
  publishedAt: when,
  expiresHours: z.number().int().min(2).max(72).nullable().default(null),
  /** Languages it is published in beside the one it is written in. */
  further: z.array(z.enum(locales)).default([]),
  /** Prose the editor wrote; `{{figure:key}}`, `{{headline:key-figure}}` and `{{note:key}}` are references that carry their citations. */
  highlights: z.array(z.string()).default([]),
  overview: z.string().nullable().default(null),
  /** A later edition of the same number that mends this one. */
  errata: z
    .array(
      z.object({
        publishedAt: when,
        knownAt: when,
        what: z.string(),
        why: z.string(),
        highlights: z.array(z.string()).optional(),
        overview: z.string().nullable().optional(),
      }),
    )
    .default([]),
})

const datasetCrisisSchema = crisisSchema
  .omit({ id: true, version: true, revision: true, keyFigures: true, charts: true })
  .extend({ keyFigures: z.array(keyFigureSchema), charts: z.array(crisisChartSchema), startDay: daySchema })

/**
 * The whole of a crisis. In `crisis`, ids of places, events and sources (scopes, policy, ombudsman, claimant order) are the dataset's
 * keys; the loader replaces them.
 */
export const datasetSchema = z.object({
  crisis: datasetCrisisSchema,
  places: z.array(datasetPlaceSchema),
  sources: z.array(datasetSourceSchema),
  events: z.array(datasetEventSchema),
  documents: z.array(datasetDocumentSchema),
  statements: z.array(datasetStatementSchema),
  disputes: z.array(datasetDisputeSchema),
  notes: z.array(datasetNoteSchema),
  changes: z.array(datasetChangeSchema),
  sitreps: z.array(datasetSitrepSchema),
})
export type Dataset = z.infer<typeof datasetSchema>
/** As written in the files, before defaults are filled in. */
export type DatasetInput = z.input<typeof datasetSchema>
