import { z } from 'zod'
import {
  crisisSchema,
  headlinePolicySchema,
  phrasesSchema,
  reliefWebSettingsSchema,
  reportSettingsSchema,
} from '@/domain/crisis/crisis'
import { placeLevels } from '@/domain/place/listed-place'
import { timeZoneSchema } from '@/domain/time/time-zone'

const line = z.string().trim().max(200)
const named = line.min(1, 'Write at least one letter.')
const paragraph = z.string().trim().max(4000)

/** A list in which every item's key stands once. */
const distinct = <Item extends z.ZodType>(item: Item, most: number, keyOf: (item: z.output<Item>) => string) =>
  z
    .array(item)
    .max(most)
    .refine((items) => new Set(items.map(keyOf)).size === items.length, 'The same one stands here twice.')

const { shape } = crisisSchema
const itself = (text: string) => text

/** What an administrator sets for a crisis. */
export const crisisSettingsSchema = z.object({
  title: named,
  subtitle: line,
  timeZone: timeZoneSchema,
  startDay: shape.startDay,
  endDay: shape.endDay,
  languages: distinct(shape.languages.element, 4, itself).min(1),
  cutOff: shape.cutOff,
  policy: headlinePolicySchema.extend({
    rules: distinct(headlinePolicySchema.shape.rules.element, 5, itself).min(1),
    preferredSources: distinct(z.string().max(80), 100, itself),
  }),
  namingPreference: distinct(named.max(80), 20, itself),
  disclaimer: paragraph,
  publisher: line,
  contact: line,
  ombudsman: z.string().max(80).nullable(),
  groups: distinct(shape.groups.element.extend({ label: named }), 100, ({ slug }) => slug),
  keyFigures: distinct(shape.keyFigures.element.extend({ label: named }), 24, ({ key }) => key),
  charts: distinct(shape.charts.element, 24, ({ key }) => key),
  claimantOrder: distinct(z.string().max(80), 200, itself),
  publicPlaceLevel: z.enum(placeLevels).nullable(),
  suppressBelow: z.number().int().min(1).max(1_000_000).nullable(),
  report: reportSettingsSchema,
  phrases: phrasesSchema,
  reliefWeb: reliefWebSettingsSchema,
})
export type CrisisSettings = z.infer<typeof crisisSettingsSchema>

/**
 * A crisis to be created: what cannot be left out is its address, its title, its zone and its first day. Its numbers are approved by a second
 * person; whoever wants otherwise switches the rule off afterwards, so that the log says who did.
 */
export const newCrisisSchema = crisisSettingsSchema.extend({
  slug: shape.slug,
  subtitle: crisisSettingsSchema.shape.subtitle.default(''),
  endDay: crisisSettingsSchema.shape.endDay.default(null),
  languages: crisisSettingsSchema.shape.languages.default(['en']),
  cutOff: crisisSettingsSchema.shape.cutOff.default('24:00'),
  policy: crisisSettingsSchema.shape.policy.default({
    rules: ['resolved', 'preferred-sources', 'range'],
    preferredSources: [],
  }),
  namingPreference: crisisSettingsSchema.shape.namingPreference.default([]),
  disclaimer: crisisSettingsSchema.shape.disclaimer.default(''),
  publisher: crisisSettingsSchema.shape.publisher.default(''),
  contact: crisisSettingsSchema.shape.contact.default(''),
  ombudsman: crisisSettingsSchema.shape.ombudsman.default(null),
  groups: crisisSettingsSchema.shape.groups.default([]),
  keyFigures: crisisSettingsSchema.shape.keyFigures.default([]),
  charts: crisisSettingsSchema.shape.charts.default([]),
  claimantOrder: crisisSettingsSchema.shape.claimantOrder.default([]),
  publicPlaceLevel: crisisSettingsSchema.shape.publicPlaceLevel.default(null),
  suppressBelow: crisisSettingsSchema.shape.suppressBelow.default(null),
  report: shape.report,
  phrases: shape.phrases,
  reliefWeb: shape.reliefWeb,
  reconstruction: z.boolean().default(false),
  exercise: z.boolean().default(false),
  fourEyes: z.literal(true, 'A crisis begins with the four-eyes rule: switch it off afterwards.').default(true),
})

/** Changes of settings: what is left out stays. */
export const settingsChangeSchema = crisisSettingsSchema.partial()
export type SettingsChange = z.infer<typeof settingsChangeSchema>
