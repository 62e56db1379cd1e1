import fc from 'fast-check'
import type { z } from 'zod'

/** Values for a field by its name, for what no schema can say: ids of what there is, quotes that stand in a document. */
export type KnownFields = Record<string, fc.Arbitrary<unknown>>

/** Nothing here is nested deeper; a schema that names itself ends there with null. */
const deepest = 12

/**
 * What a schema takes, mostly: refinements are not looked at, and a field whose name is known is nearly always given a known value.
 * Walks zod 4's definitions, of which only those kinds are known that the API's bodies use.
 */
export function arbitraryOfSchema(schema: z.ZodType, known: KnownFields = {}, depth = 0): fc.Arbitrary<unknown> {
  // The definitions of single kinds are no part of zod's types for a schema of any kind.
  const def = schema.def as unknown as Definition
  const inner = (one: z.ZodType) => arbitraryOfSchema(one, known, depth + 1)
  if (depth > deepest) return fc.constant(null)
  switch (def.type) {
    case 'object':
      return objectOf(schema as z.ZodObject, known, inner)
    case 'array':
      return fc.array(inner(def.element), { ...lengthsOf(def), size: 'xsmall' })
    case 'tuple':
      return fc.tuple(...def.items.map(inner))
    case 'record':
      return fc.dictionary(inner(def.keyType) as fc.Arbitrary<string>, inner(def.valueType), { maxKeys: 4 })
    case 'union':
      return fc.oneof(...def.options.map(inner))
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries))
    case 'literal':
      return fc.constantFrom(...def.values)
    case 'nullable':
      return fc.option(inner(def.innerType), { nil: null, freq: 2 })
    case 'optional':
    case 'default':
    case 'prefault':
    case 'nonoptional':
    case 'readonly':
      return inner(def.innerType)
    case 'pipe':
      return inner(def.in.def.type === 'transform' ? def.out : def.in)
    case 'lazy':
      return inner(def.getter())
    case 'string':
      return textOf(def)
    case 'number':
      return numberOf(def)
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return fc.jsonValue({ maxDepth: 2 })
  }
}

/** The parts of zod's definitions that are read here. */
interface Definition {
  type: string
  element: z.ZodType
  items: z.ZodType[]
  keyType: z.ZodType
  valueType: z.ZodType
  options: z.ZodType[]
  entries: Record<string, string>
  values: unknown[]
  innerType: z.ZodType
  in: z.ZodType
  out: z.ZodType
  getter: () => z.ZodType
  format?: string
  checks?: { _zod: { def: Check } }[]
}

interface Check {
  check: string
  minimum?: number
  maximum?: number
  value?: number
  format?: string
  pattern?: RegExp
}

const checksOf = ({ checks = [] }: Definition) => checks.map(({ _zod }) => _zod.def)

function lengthsOf(def: Definition) {
  const checks = checksOf(def)
  const minLength = checks.find(({ check }) => check === 'min_length')?.minimum ?? 0
  const maxLength = checks.find(({ check }) => check === 'max_length')?.maximum ?? 200
  return { minLength, maxLength: Math.max(minLength, Math.min(maxLength, 200)) }
}

function objectOf(
  schema: z.ZodObject,
  known: KnownFields,
  inner: (one: z.ZodType) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  const fields = Object.entries(schema.shape).map(([name, field]) => {
    const any = inner(field)
    const one = Object.hasOwn(known, name) ? known[name] : undefined
    return [name, one ? fc.oneof({ arbitrary: one, weight: 15 }, { arbitrary: any, weight: 1 }) : any] as const
  })
  const needed = Object.entries(schema.shape)
    .filter(([, field]) => !['optional', 'default'].includes(field.def.type))
    .map(([name]) => name)
  return fc.record(Object.fromEntries(fields), { requiredKeys: needed })
}

const instants = fc
  .date({ min: new Date('1899-12-30'), max: new Date('2200-01-03'), noInvalidDate: true })
  .map((date) => date.toISOString())

const formats: Record<string, fc.Arbitrary<string>> = {
  datetime: fc.oneof(fc.constantFrom('2023-09-28T14:00:00Z', '2023-09-20T12:00:00+04:00'), instants),
  date: instants.map((text) => text.slice(0, 10)),
  url: fc.webUrl({ withQueryParameters: true }),
  email: fc.emailAddress(),
  base64: fc.oneof(
    fc.base64String(),
    fc.constantFrom('<p>Two people were killed.</p>', '%PDF-1.7\n%%EOF', 'Plain words.').map((text) => btoa(text)),
  ),
}

function textOf(def: Definition): fc.Arbitrary<string> {
  const checks = checksOf(def)
  const format = def.format ?? checks.find((check) => check.format)?.format ?? ''
  const pattern = checks.find((check) => check.pattern)?.pattern
  const { minLength, maxLength } = lengthsOf(def)
  const plain = fc
    .string({ minLength, maxLength, size: 'small', unit: 'grapheme' })
    .map((text) => text.slice(0, maxLength))
  if (formats[format]) return formats[format]
  if (!pattern) return plain
  try {
    return fc.oneof(fc.stringMatching(pattern, { size: 'small' }), plain)
  } catch {
    // A pattern with what the generator does not read.
    return plain
  }
}

function numberOf(def: Definition): fc.Arbitrary<number> {
  const checks = checksOf(def)
  const min = checks.find(({ check }) => check === 'greater_than')?.value ?? -1000
  const max = checks.find(({ check }) => check === 'less_than')?.value ?? 1_000_000
  const isWhole = checks.some(({ check, format }) => check === 'number_format' && format === 'safeint')
  const low = Math.max(min, -1_000_000_000)
  const high = Math.max(low, Math.min(max, 1_000_000_000))
  if (!isWhole) return fc.double({ min: low, max: high, noNaN: true })
  return fc.oneof(fc.integer({ min: low, max: Math.min(high, low + 40) }), fc.integer({ min: low, max: high }))
}

const hostileTexts = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udc00\ud800',
  '\u202e\u2066abc',
  "'; drop table figures; --",
  '{"a":1}',
  '{}',
  '{"},{"}',
  '\\',
  '"',
  '%s%n',
  '<script>alert(1)</script>',
  '=1+1',
  '\ufeff',
  '\u00a0\u2028\u2029',
  'a'.repeat(81),
  'é'.repeat(5001),
  'x'.repeat(20_000),
  '__proto__',
  'constructor',
  '2023-02-30T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59+14:00',
  '2023-09-19T12:00:00.123456789Z',
]
const hostileNumbers = [
  0,
  -0,
  -1,
  0.5,
  1e-320,
  2 ** 31 - 1,
  2 ** 31,
  2 ** 32,
  2 ** 53,
  -(2 ** 63),
  1e21,
  1e308,
  Number.MAX_VALUE,
]

/** What no form sends. */
export const hostileValues: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.constantFrom(...hostileNumbers),
  fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null], { length: 1 }),
  fc.jsonValue({ maxDepth: 2 }),
)

/** The same body with one to three places of it made hostile: another value there, nothing there, or something besides. */
export function hostileVariantsOf(bodies: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const change = fc.record({
    /** Which of all places, by its part of their number. */
    at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    how: fc.constantFrom('replace', 'remove', 'add'),
    value: hostileValues,
    name: fc.constantFrom('extra', '__proto__', 'constructor', 'a\u0000', 'id', 'version', 'crisis', 'state'),
  })
  return fc.tuple(bodies, fc.array(change, { minLength: 1, maxLength: 3 })).map(([body, changes]) => {
    const holder = { body: structuredClone(body) }
    for (const { at, how, value, name } of changes) {
      const places = placesOf(holder)
      const place = places[Math.floor(at * places.length)]
      if (!place) continue
      const { parent, key } = place
      if (how === 'replace') parent[key] = structuredClone(value)
      else if (how === 'add' && isParent(parent[key])) parent[key][name] = structuredClone(value)
      else if (Array.isArray(parent)) parent.splice(Number(key), 1)
      else delete parent[key]
    }
    return holder.body
  })
}

type Parent = Record<string, unknown>
const isParent = (value: unknown): value is Parent => typeof value === 'object' && value !== null

function placesOf(parent: Parent): { parent: Parent; key: string }[] {
  return Object.keys(parent).flatMap((key) => {
    const value = parent[key]
    return [{ parent, key }, ...(isParent(value) ? placesOf(value) : [])]
  })
}
