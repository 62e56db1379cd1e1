import { z } from 'zod'
import type { WriteOperation } from '@/app/api/v1/_contract/write-operation'
import { headlineRules } from '@/domain/crisis/crisis'
import { crisisSettingsSchema, newCrisisSchema, settingsChangeSchema } from '@/domain/crisis/crisis-settings'
import { mostLogoBytes } from '@/domain/logo/logo'
import { badRowSchema, placeRowSchema } from '@/domain/place/place-import'
import { eventSchema } from '@/services/add-events'
import { placeSchema } from '@/services/add-places'
import { newSourceSchema } from '@/services/add-sources'
import { indicatorChangeSchema, indicatorSchema } from '@/services/change-codelist'
import { eventChangeSchema } from '@/services/change-event'
import { placeChangeSchema } from '@/services/change-place'
import { sourceChangeSchema } from '@/services/change-source'

const administrator = ['administrator'] as const
/** Whoever enters figures may add what they speak of. */
const whoeverEnters = ['contributor', 'administrator'] as const
const made = z.object({ id: z.string(), version: z.number().int() })
const ofKey = z.object({ key: z.string(), version: z.number().int() })
const reason = z.object({ reason: z.string().trim().min(1, 'Say why: it is kept and shown.').max(1000) })

/** A change of something that is there: what is left out stays; the reason is kept. */
const change = { method: 'PATCH', roles: administrator, status: 200, isVersioned: true } as const

const mostImported = 8 * 1024 * 1024
const fileText = z.string().min(1).meta({ description: 'The text of the file.' })
const counts = z.object({
  new: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
  bad: z.number().int(),
})
const placesChecked = z.object({
  counts,
  bad: z.array(badRowSchema),
  matches: z.array(
    z.object({
      line: z.number().int(),
      outcome: z.enum(['new', 'changed', 'same']),
      row: placeRowSchema,
      place: z.string().nullable(),
      adds: placeRowSchema.shape.names,
      notices: z.array(z.string()),
    }),
  ),
})
const boundariesChecked = z.object({
  features: z.array(
    z.object({
      index: z.number().int(),
      name: z.string(),
      positions: z.number().int(),
      place: z.object({ id: z.string(), name: z.string() }).nullable(),
      message: z.string().nullable(),
    }),
  ),
})
const policyPreview = z.object({
  key: z.string(),
  label: z.string(),
  positions: z.array(z.object({ claimant: z.string(), text: z.string() })),
  choices: z.array(
    z.object({
      policy: z.enum(['now', 'proposed', ...headlineRules]),
      text: z.string().nullable(),
      rule: z.enum(headlineRules),
      rationale: z.string(),
    }),
  ),
})

/** What administrators set up: crises, sources, places, events, the codelist. */
export const groundOperations = {
  createCrisis: {
    id: 'createCrisis',
    method: 'POST',
    path: '/crises',
    summary: 'Create a crisis',
    roles: administrator,
    body: newCrisisSchema,
    answer: made.extend({ slug: z.string() }),
    status: 201,
  },
  changeCrisis: {
    ...change,
    id: 'changeCrisis',
    path: '/crises/{crisis}',
    summary: 'Change settings of a crisis (If-Match: their version), or switch its four-eyes rule, on its own',
    body: settingsChangeSchema.extend({ ...reason.shape, fourEyes: z.boolean().optional() }),
    answer: made.extend({ slug: z.string() }),
  },
  keepLogo: {
    id: 'keepLogo',
    method: 'POST',
    path: '/crises/{crisis}/logos',
    summary: 'Upload a logo (SVG or PNG), which the settings of its reports then name',
    roles: administrator,
    body: z.object({
      file: z
        .base64()
        .min(1)
        .max(Math.ceil(mostLogoBytes / 3) * 4 + 4),
    }),
    answer: z.object({ sha256: z.string(), mediaType: z.enum(['image/svg+xml', 'image/png']) }),
    status: 201,
  },
  addSource: {
    id: 'addSource',
    method: 'POST',
    path: '/crises/{crisis}/sources',
    summary: 'Add a source to a crisis; a grade given with it waits for a second person',
    roles: whoeverEnters,
    body: newSourceSchema,
    answer: made,
    status: 201,
  },
  addSourceForAll: {
    id: 'addSourceForAll',
    method: 'POST',
    path: '/sources',
    summary: 'Add a source that serves all crises; a grade given with it waits for a second person',
    roles: administrator,
    body: newSourceSchema,
    answer: made,
    status: 201,
  },
  changeSource: {
    ...change,
    id: 'changeSource',
    path: '/sources/{id}',
    summary: 'Change the names, kind, parent or party of a source',
    body: sourceChangeSchema.extend(reason.shape),
    answer: made,
  },
  addPlace: {
    id: 'addPlace',
    method: 'POST',
    path: '/crises/{crisis}/places',
    summary: 'Add a place to the gazetteer of a crisis',
    roles: whoeverEnters,
    body: placeSchema,
    answer: made,
    status: 201,
  },
  addPlaceForAll: {
    id: 'addPlaceForAll',
    method: 'POST',
    path: '/places',
    summary: 'Add a place that serves all crises',
    roles: administrator,
    body: placeSchema,
    answer: made,
    status: 201,
  },
  changePlace: {
    ...change,
    id: 'changePlace',
    path: '/places/{id}',
    summary: 'Change the names, level, parent, P-code, point or boundary of a place',
    body: placeChangeSchema.extend(reason.shape),
    answer: made,
  },
  checkPlaceImport: {
    id: 'checkPlaceImport',
    method: 'POST',
    path: '/crises/{crisis}/place-imports/check',
    summary: 'What importing a P-code list (CSV) or boundaries (GeoJSON) would do, line by line; writes nothing',
    roles: administrator,
    body: z.object({ kind: z.enum(['places', 'boundaries']), text: fileText }),
    answer: z.union([placesChecked, boundariesChecked]),
    status: 200,
    isAsking: true,
    mostBytes: mostImported,
  },
  importPlaces: {
    id: 'importPlaces',
    method: 'POST',
    path: '/crises/{crisis}/place-imports',
    summary: 'Import a P-code list (CSV) or boundaries (GeoJSON) as one batch; the same file twice adds nothing',
    roles: administrator,
    body: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('places'),
        text: fileText,
        usedBy: z
          .string()
          .trim()
          .min(1)
          .max(80)
          .default('international')
          .meta({ description: 'Whose usage its names are.' }),
        skipBad: z.boolean().default(false).meta({ description: 'Leave out lines that cannot be used.' }),
      }),
      z.object({
        kind: z.literal('boundaries'),
        text: fileText,
        choices: z
          .array(z.object({ feature: z.number().int().min(0), place: z.string().max(80) }))
          .min(1)
          .max(2000),
      }),
    ]),
    answer: z.union([z.object({ counts }), z.object({ attached: z.number().int() })]),
    status: 200,
    mostBytes: mostImported,
  },
  previewPolicies: {
    id: 'previewPolicies',
    method: 'POST',
    path: '/crises/{crisis}/policy-preview',
    summary:
      'What the public would be shown for each key figure now, by the policy that holds, a proposed one, and each rule alone',
    roles: administrator,
    body: z.object({ policy: crisisSettingsSchema.shape.policy }),
    answer: z.object({ items: z.array(policyPreview) }),
    status: 200,
    isAsking: true,
  },
  addEvent: {
    id: 'addEvent',
    method: 'POST',
    path: '/crises/{crisis}/events',
    summary: 'Add an event to a crisis',
    roles: whoeverEnters,
    body: eventSchema,
    answer: made,
    status: 201,
  },
  changeEvent: {
    ...change,
    id: 'changeEvent',
    path: '/events/{id}',
    summary: 'Change the title, place, time or parent of an event',
    body: eventChangeSchema.extend(reason.shape),
    answer: made,
  },
  addIndicator: {
    id: 'addIndicator',
    method: 'POST',
    path: '/indicators',
    summary: 'Add an indicator to the codelist',
    roles: administrator,
    body: indicatorSchema,
    answer: ofKey,
    status: 201,
  },
  changeIndicator: {
    ...change,
    id: 'changeIndicator',
    path: '/indicators/{key}',
    summary: 'Change a row of the codelist',
    body: indicatorChangeSchema.extend(reason.shape),
    answer: ofKey,
  },
} as const satisfies Record<string, WriteOperation>
