import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boundarySchema, type LonLat, mostPositions } from '@/domain/place/boundary'
import { matchFeature } from '@/domain/place/boundary-import'
import type { KnownPlace } from '@/domain/place/place-import'
import { simplifyBoundary } from '@/domain/place/simplify-boundary'
import { readBoundaries } from '@/formats/geojson/read-boundaries'

const square = [
  [44, 40],
  [45, 40],
  [45, 41],
  [44, 41],
  [44, 40],
]
const feature = (geometry: unknown, properties: unknown = {}) =>
  JSON.stringify({ type: 'Feature', properties, geometry })
const polygon = (...rings: unknown[]) => ({ type: 'Polygon', coordinates: rings })
const messageOf = (geometry: unknown) => readBoundaries(feature(geometry)).features[0]?.message

describe('reading boundaries', () => {
  test('a polygon becomes a boundary, heights are left out', () => {
    const [read] = readBoundaries(feature(polygon(square.map(([lon, lat]) => [lon, lat, 900])))).features
    expect(read?.boundary).toEqual({ type: 'MultiPolygon', coordinates: [[square]] })
  })

  test.each([
    ['a point', { type: 'Point', coordinates: [44, 40] }, 'It is a Point'],
    ['a collection', { type: 'GeometryCollection', geometries: [] }, 'It is a GeometryCollection'],
    ['an open ring', polygon(square.slice(0, 4)), 'A ring ends where it begins'],
    ['too short a ring', polygon([square[0], square[1], square[0]]), 'at least four'],
    [
      'latitude first, out of range',
      polygon([
        [40, 144],
        [41, 144],
        [41, 145],
        [40, 144],
      ]),
      'outside the earth',
    ],
    [
      'metres for degrees',
      polygon([
        [500000, 4400000],
        [500001, 4400000],
        [500001, 4400001],
        [500000, 4400000],
      ]),
      'outside the earth',
    ],
    ['words for numbers', polygon([['a', 'b']]), 'not rings'],
    ['null for a ring', polygon(null), 'not rings'],
    ['nothing', null, 'no geometry'],
    ['no polygon', polygon(), 'not rings'],
  ])('%s is refused with a sentence', (_, geometry, sentence) => {
    expect(messageOf(geometry)).toContain(sentence)
  })

  test.each([
    ['no JSON', '{"type":'],
    ['a list', '[]'],
    ['a number', '7'],
    ['an empty collection', '{"type":"FeatureCollection","features":[]}'],
    ['features that are none', '{"type":"FeatureCollection","features":{"length":3}}'],
    [
      'too many features',
      JSON.stringify({ type: 'FeatureCollection', features: Array.from({ length: 2001 }, () => null) }),
    ],
    ['brackets without end', '['.repeat(200_000)],
  ])('%s is refused as a whole', (_, text) => {
    expect(readBoundaries(text)).toMatchObject({ features: [], message: expect.any(String) })
  })

  test('whatever it holds, it is never thrown over', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (geometry) => {
        const { features } = readBoundaries(feature(geometry))
        expect(features).toHaveLength(1)
      }),
    )
  })

  test('a region that belongs to a country by its code is not the country', () => {
    const country: KnownPlace = {
      id: 'azerbaijan',
      crisis: null,
      level: 'country',
      parent: null,
      pcode: 'AZE',
      point: null,
      names: [],
    }
    const codesOf = (properties: unknown) => readBoundaries(feature(polygon(square), properties)).features[0]
    const disputed = codesOf({ ADM0_A3: 'AZE', SOV_A3: 'AZE', ISO_A3: '-99', BRK_NAME: 'Nagorno-Karabakh' })
    expect(disputed).toMatchObject({ name: 'Nagorno-Karabakh', codes: [] })
    expect(disputed && matchFeature(disputed, [country])).toBeNull()
    const itself = codesOf({ ADM0_A3: 'AZE', ISO_A3: 'AZE' })
    expect(itself && matchFeature(itself, [country])?.id).toBe('azerbaijan')
    expect(codesOf({ ADM1_PCODE: 'ZZ01', ADM2_PCODE: 'ZZ0101' })?.codes).toEqual(['ZZ0101'])
  })
})

describe('simplifying', () => {
  const circle = (count: number): LonLat[] => {
    const ring = Array.from(
      { length: count },
      (_, n): LonLat => [45 + Math.cos((2 * Math.PI * n) / count), 40 + Math.sin((2 * Math.PI * n) / count)],
    )
    return [...ring, ring[0] as LonLat]
  }

  test('a long ring is thinned to what a page draws, and stays closed and where it was', () => {
    const simple = simplifyBoundary({ type: 'MultiPolygon', coordinates: [[circle(50_000)]] })
    expect(() => boundarySchema.parse(simple)).not.toThrow()
    const positions = simple.coordinates.flat(2)
    expect(positions.length).toBeLessThanOrEqual(mostPositions)
    for (const [lon, lat] of positions) expect(Math.hypot(lon - 45, lat - 40)).toBeCloseTo(1, 2)
  })

  test('thousands of islands leave a valid boundary with the largest in it', () => {
    const island = (n: number): LonLat[] =>
      circle(6).map(([lon, lat]) => [(lon - 45) / 1000 + (n % 100), (lat - 40) / 1000 + n / 200])
    const coordinates = [[circle(3000)], ...Array.from({ length: 3000 }, (_, n) => [island(n)])]
    const simple = simplifyBoundary({ type: 'MultiPolygon', coordinates })
    expect(() => boundarySchema.parse(simple)).not.toThrow()
    expect(simple.coordinates.flat(2).length).toBeLessThanOrEqual(mostPositions)
    expect(simple.coordinates[0]?.[0]?.length).toBeGreaterThan(20)
  })
})
