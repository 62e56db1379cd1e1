import { type Boundary, boundarySchema, type LonLat } from '@/domain/place/boundary'
import type { ReadBoundaries, ReadFeature } from '@/domain/place/boundary-import'
import { simplifyBoundary } from '@/domain/place/simplify-boundary'

const mostFeatures = 2000
const mostGiven = 400_000

/**
 * The boundaries of a GeoJSON text (RFC 7946): of each feature what it calls itself, the codes it may be known by, and its boundary, simplified, or
 * a sentence that says why it has none. Never throws. Other members of a feature are left out.
 */
export function readBoundaries(text: string): ReadBoundaries {
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch {
    return { features: [], message: 'This is no JSON: choose a GeoJSON file.' }
  }
  const features = featuresIn(given)
  if (features === null)
    return { features: [], message: 'This is no GeoJSON of features: choose a file of boundaries.' }
  if (features.length === 0) return { features: [], message: 'It holds no boundary.' }
  if (features.length > mostFeatures) {
    return { features: [], message: `It holds more than ${mostFeatures.toLocaleString('en')} boundaries: split it.` }
  }
  return { features: features.map(readFeature), message: null }
}

function featuresIn(given: unknown): unknown[] | null {
  if (!isObject(given)) return null
  if (given.type === 'FeatureCollection') return Array.isArray(given.features) ? given.features : null
  if (given.type === 'Feature') return [given]
  return given.type === 'Polygon' || given.type === 'MultiPolygon' ? [{ type: 'Feature', geometry: given }] : null
}

function readFeature(feature: unknown, index: number): ReadFeature {
  const properties = isObject(feature) && isObject(feature.properties) ? feature.properties : {}
  const known = { index, name: nameIn(properties), codes: codesIn(properties) }
  const read = readGeometry(isObject(feature) ? feature.geometry : null)
  return typeof read === 'string'
    ? { ...known, boundary: null, message: read }
    : { ...known, boundary: read, message: null }
}

function readGeometry(geometry: unknown): Boundary | string {
  if (!isObject(geometry)) return 'It has no geometry.'
  const { type, coordinates } = geometry
  if (type !== 'Polygon' && type !== 'MultiPolygon') {
    return `It is a ${String(type).slice(0, 40)}: a boundary is a Polygon or a MultiPolygon.`
  }
  const polygons = type === 'Polygon' ? [coordinates] : coordinates
  if (!Array.isArray(polygons) || !polygons.every((rings) => Array.isArray(rings) && rings.every(Array.isArray))) {
    return 'Its coordinates are not rings of positions.'
  }
  const rings: unknown[][] = polygons.flat()
  if (rings.reduce((sum, ring) => sum + ring.length, 0) > mostGiven)
    return 'It has too many positions: simplify it first.'
  // A position may carry a height, which a boundary on a map has no use for.
  const flat = polygons.map((own: unknown[][]) =>
    own.map((ring) => ring.map((one) => (Array.isArray(one) ? one.slice(0, 2) : one))),
  )
  const checked = boundarySchema.safeParse({ type: 'MultiPolygon', coordinates: flat })
  if (!checked.success) return sayProblem(checked.error.issues[0]?.message, flat)
  return simplifyBoundary(checked.data)
}

function sayProblem(message: string | undefined, polygons: unknown[][][]): string {
  const isPosition = (one: unknown): one is LonLat =>
    Array.isArray(one) && one.length === 2 && one.every(Number.isFinite)
  const outside = polygons.flat(2).find((one) => isPosition(one) && (Math.abs(one[0]) > 180 || Math.abs(one[1]) > 90))
  if (outside) return 'A position lies outside the earth: longitude comes first, in degrees (WGS 84).'
  return message?.startsWith('A ring') ? message : 'Its coordinates are not rings of positions.'
}

/** P-codes under their usual names. `ISO_A3` is the country's own: what belongs to a country by another member (`ADM0_A3`) is not that country. */
const codeNames = [/^(adm(in)?_?[0-4]_?)?p_?code$/i, /^iso_a3$/i]

function codesIn(properties: Record<string, unknown>): string[] {
  const found = codeNames.flatMap((pattern) =>
    Object.keys(properties)
      .filter((name) => pattern.test(name))
      // The deepest level's code is the feature's own, the others are of what it lies in.
      .sort()
      .reverse()
      .slice(0, 1)
      .map((name) => properties[name]),
  )
  return found.filter(
    (code): code is string => typeof code === 'string' && /^[\w.-]{2,40}$/.test(code) && code !== '-99',
  )
}

function nameIn(properties: Record<string, unknown>): string {
  const names = [
    'BRK_NAME',
    'NAME',
    'name',
    'NAME_EN',
    'ADM3_EN',
    'ADM2_EN',
    'ADM1_EN',
    'ADM0_EN',
    'shapeName',
    'title',
  ]
  const found = names.map((name) => properties[name]).find((one) => typeof one === 'string' && one.trim() !== '')
  return typeof found === 'string' ? found.replaceAll('\0', '').slice(0, 200) : ''
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
