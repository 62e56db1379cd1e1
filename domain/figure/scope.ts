import { z } from 'zod'
import { basisKinds, eventRefSchema, type Figure, placeRefSchema } from '@/domain/figure/figure'
import { unitSchema } from '@/domain/indicator/indicator'
import { populationSchema } from '@/domain/population/population'

/**
 * Whom a number counts: figures of one scope by different claimants are rivals, figures of different scopes are not. The unit is part
 * of it, because households and persons are never one answer.
 */
export const scopeSchema = z.object({
  indicator: z.string(),
  population: populationSchema,
  places: z.array(placeRefSchema),
  events: z.array(eventRefSchema),
  basis: z.enum(basisKinds),
  unit: unitSchema,
})
export type Scope = z.infer<typeof scopeSchema>

/** The scope of a figure. */
export function scopeOf(
  figure: Pick<Figure, 'indicator' | 'population' | 'places' | 'events' | 'basis' | 'unit'>,
): Scope {
  const { indicator, population, places, events, basis, unit } = figure
  return { indicator, population, places, events, basis: basis.kind, unit }
}

/** Keys are made once: a page compares the same figures and scopes many times, and neither may be changed. */
const keys = new WeakMap<object, string>()

/**
 * One text per scope, the same whatever the order of places and events and whatever they are called: by ids alone. Stable across
 * releases, since the database stores it.
 */
export function scopeKey(scope: Scope): string {
  const known = keys.get(scope)
  if (known !== undefined) return known
  const { status, age, sex, role, condition, disability, group } = scope.population
  const key = JSON.stringify([
    scope.indicator,
    [status, age, sex, role, condition, disability, group],
    scope.places.map(({ role, id }) => `${role}:${id}`).sort(),
    scope.events.map(({ id }) => id).sort(),
    scope.basis,
    scope.unit,
  ])
  keys.set(scope, key)
  return key
}

/** The figure whose key was made last for a list of places: figures of one scope that were read together share their parts. */
const madeFor = new WeakMap<object, { figure: ScopedFigure; key: string }>()

type ScopedFigure = Parameters<typeof scopeOf>[0]

/** The key of a figure's scope. */
export function scopeKeyOf(figure: ScopedFigure): string {
  const known = keys.get(figure)
  if (known !== undefined) return known
  const last = madeFor.get(figure.places)
  const key = last && haveSameParts(last.figure, figure) ? last.key : scopeKey(scopeOf(figure))
  if (key !== last?.key) madeFor.set(figure.places, { figure, key })
  keys.set(figure, key)
  return key
}

const haveSameParts = (a: ScopedFigure, b: ScopedFigure) =>
  a.indicator === b.indicator &&
  a.population === b.population &&
  a.events === b.events &&
  a.basis.kind === b.basis.kind &&
  a.unit === b.unit
