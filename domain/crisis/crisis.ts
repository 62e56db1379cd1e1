import { z } from 'zod'
import { basisKinds, placeRoles } from '@/domain/figure/figure'
import { unitSchema } from '@/domain/indicator/indicator'
import { logoRefSchema } from '@/domain/logo/logo'
import { placeLevels } from '@/domain/place/listed-place'
import { populationSchema } from '@/domain/population/population'
import { accents } from '@/domain/sitrep/accents'
import { sectionKeys } from '@/domain/sitrep/section-keys'
import { daySchema } from '@/domain/time/instant'
import { locales } from '@/domain/viewpoint/viewpoint'

export const slugSchema = z
  .string()
  .regex(/^[a-z0-9-]+$/)
  .max(80)

/** The rules a headline may be chosen by, tried in the policy's order. */
export const headlineRules = ['resolved', 'preferred-sources', 'range', 'majority', 'most-recent'] as const
export const headlinePolicySchema = z.object({
  rules: z.array(z.enum(headlineRules)).min(1),
  /** Source ids in order of preference, for `preferred-sources`. */
  preferredSources: z.array(z.string()),
})
export type HeadlinePolicy = z.infer<typeof headlinePolicySchema>

/** Names a scope by ids: what a key figure, a chart or a filter points at. */
export const scopeSelectorSchema = z.object({
  indicator: z.string(),
  population: populationSchema,
  places: z.array(z.object({ role: z.enum(placeRoles), id: z.string() })),
  events: z.array(z.string()),
  basis: z.enum(basisKinds),
  unit: unitSchema,
})
export type ScopeSelector = z.infer<typeof scopeSelectorSchema>

/** A number the crisis shows first: its label, its scope, and scopes that are shown under it as its parts. */
export const keyFigureSchema = z.object({
  key: slugSchema,
  label: z.string(),
  scope: scopeSelectorSchema,
  parts: z.array(z.object({ label: z.string(), scope: scopeSelectorSchema })),
})
export type KeyFigure = z.infer<typeof keyFigureSchema>

/** A chart of the dashboard and the sitrep: running totals or stocks of one unit on one axis; never stock and running total together. */
export const crisisChartSchema = z.object({
  key: slugSchema,
  section: z.enum(['casualties', 'displacement', 'ombudsman']),
  /** Measure and population in words, the subtitle. */
  subtitle: z.string(),
  lines: z.array(z.object({ label: z.string(), scope: scopeSelectorSchema })).min(1),
  /** Show the range band of the first line's scope. */
  band: z.boolean(),
  /** Beside the running total, its daily flow. */
  daily: z.boolean(),
})
export type CrisisChart = z.infer<typeof crisisChartSchema>

/** How a crisis's reports are set, and whether a draft is made at each day's cut-off. */
export const reportSettingsSchema = z.object({
  daily: z.boolean().default(false),
  paper: z.enum(['a4', 'letter']).default('a4'),
  accent: z.enum(accents).default('blue'),
  /** Who issues them, where it is not the crisis's publisher. */
  organisation: z.string().max(200).nullable().default(null),
  /** Stands at the foot of every page. */
  footer: z.string().max(300).default(''),
  /** In the head of the first page. */
  logo: logoRefSchema.nullable().default(null),
  /** Sections that new drafts leave out. */
  leftOut: z.array(z.enum(sectionKeys)).default([]),
})
export type ReportSettings = z.infer<typeof reportSettingsSchema>

/**
 * What the desk wrote of a crisis (its title, labels, groups, events, caveats), as it stands in further languages: by locale, the text as
 * written and its translation. A text without one is shown as written.
 */
export const phrasesSchema = z.partialRecord(z.enum(locales), z.record(z.string().max(2000), z.string().max(2000)))
export type Phrases = z.infer<typeof phrasesSchema>

const termIds = (most: number) => z.array(z.number().int().min(1).max(10_000_000)).max(most).default([])

/** Under which terms of ReliefWeb's vocabularies reports are posted there, by their ids: `source` and `country` are asked of each. */
export const reliefWebSettingsSchema = z.object({
  source: termIds(30),
  country: termIds(300),
  disaster: termIds(30),
  disasterType: termIds(30),
  theme: termIds(20),
})
export type ReliefWebSettings = z.infer<typeof reliefWebSettingsSchema>

export const crisisSchema = z.object({
  id: z.string(),
  slug: slugSchema,
  title: z.string(),
  subtitle: z.string(),
  timeZone: z.string(),
  startDay: daySchema,
  endDay: daySchema.nullable(),
  languages: z.array(z.enum(locales)),
  /** Daily cut-off, local time `HH:MM`; `24:00` is the end of the day. */
  cutOff: z
    .string()
    .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'Write the cut-off as HH:MM; 24:00 is the end of the day.'),
  policy: headlinePolicySchema,
  /** Whose usage of a place's name comes first ("armenian", "azerbaijani", ...), others are shown beside it. */
  namingPreference: z.array(z.string()),
  disclaimer: z.string(),
  publisher: z.string(),
  contact: z.string(),
  reconstruction: z.boolean(),
  exercise: z.boolean(),
  fourEyes: z.boolean(),
  /** Source id of the ombudsman's office whose figures are shown beside everyone else's; null where there is none. */
  ombudsman: z.string().nullable(),
  groups: z.array(z.object({ slug: slugSchema, label: z.string() })),
  keyFigures: z.array(keyFigureSchema),
  charts: z.array(crisisChartSchema),
  /** Claimant ids in the fixed order that gives each its colour on every page and in every edition. */
  claimantOrder: z.array(z.string()),
  /** The finest level of a place the public is shown; a finer one appears as what it lies in. Null: as entered. */
  publicPlaceLevel: z.enum(placeLevels).nullable().default(null),
  /** The public sees no figure below this number at such finer places (at any place where no level is set). Null: all are shown. */
  suppressBelow: z.number().int().min(1).nullable().default(null),
  report: reportSettingsSchema.default(reportSettingsSchema.parse({})),
  phrases: phrasesSchema.default({}),
  reliefWeb: reliefWebSettingsSchema.default(reliefWebSettingsSchema.parse({})),
  /** Of the settings above: what a change of them is sent with. */
  version: z.number().int().default(1),
  /** Rises with every change of what the crisis holds, figures included. */
  revision: z.number().int(),
})
export type Crisis = z.infer<typeof crisisSchema>
