import { z } from 'zod'
import type { WriteOperation } from '@/app/api/v1/_contract/write-operation'
import { newCrisisSchema, settingsChangeSchema } from '@/domain/crisis/crisis-settings'
import { eventSchema } from '@/services/add-events'
import { placeSchema } from '@/services/add-places'
import { sourceSchema } from '@/services/add-sources'
import { indicatorChangeSchema, indicatorSchema } from '@/services/change-codelist'
import { eventChangeSchema } from '@/services/change-event'
import { placeChangeSchema } from '@/services/change-place'
import { sourceChangeSchema } from '@/services/change-source'

const administrator = ['administrator'] as const
/** Whoever enters figures may add what they speak of. */
const whoeverEnters = ['contributor', 'administrator'] as const
const made = z.object({ id: z.string(), version: z.number().int() })
const ofKey = z.object({ key: z.string(), version: z.number().int() })
const reason = z.object({ reason: z.string().min(1).max(1000) })

/** A change of something that is there: what is left out stays; the reason is kept. */
const change = { method: 'PATCH', roles: administrator, status: 200, isVersioned: true } as const

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
  addSource: {
    id: 'addSource',
    method: 'POST',
    path: '/crises/{crisis}/sources',
    summary: 'Add a source to a crisis, not yet graded',
    roles: whoeverEnters,
    body: sourceSchema,
    answer: made,
    status: 201,
  },
  addSourceForAll: {
    id: 'addSourceForAll',
    method: 'POST',
    path: '/sources',
    summary: 'Add a source that serves all crises, not yet graded',
    roles: administrator,
    body: sourceSchema,
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
