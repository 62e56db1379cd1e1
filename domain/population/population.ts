import { z } from 'zod'

const facet = <T extends readonly [string, ...string[]]>(values: T) => z.enum(values).nullable().default(null)

export const populationFacets = {
  status: ['civilian', 'combatant'],
  age: ['child', 'adult', 'older'],
  sex: ['female', 'male'],
  role: [
    'soldier',
    'police',
    'official',
    'medical',
    'journalist',
    'aid-worker',
    'peacekeeper',
    'road-worker',
    'interior-ministry',
  ],
  condition: ['wounded', 'patient'],
  disability: ['with-disability'],
} as const

/** Who was counted: facets, each null when not stated; `group` is a slug defined by the crisis ("residents-of-nagorno-karabakh"). */
export const populationSchema = z.object({
  status: facet(populationFacets.status),
  age: facet(populationFacets.age),
  sex: facet(populationFacets.sex),
  role: facet(populationFacets.role),
  condition: facet(populationFacets.condition),
  disability: facet(populationFacets.disability),
  group: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .max(80)
    .nullable()
    .default(null),
})
export type Population = z.infer<typeof populationSchema>

/** The population nobody narrowed: every facet not stated. */
export const everyone: Population = {
  status: null,
  age: null,
  sex: null,
  role: null,
  condition: null,
  disability: null,
  group: null,
}
