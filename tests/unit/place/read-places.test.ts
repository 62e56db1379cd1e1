import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type KnownPlace, matchPlaces } from '@/domain/place/place-import'
import { readPlaces } from '@/formats/csv/read-places'

const known = (id: string, change: Partial<KnownPlace> = {}): KnownPlace => ({
  id,
  crisis: 'crisis',
  level: 'settlement',
  parent: null,
  pcode: null,
  point: null,
  names: [{ name: id, language: 'en', usedBy: 'local' }],
  ...change,
})
const list = `Location,Admin Level,P-Code,Name,Parent P-Code
#country+code,#geo+admin_level,#adm+code,#adm+name,#adm+code+parent
ZZZ,1,ZZ01,North,ZZZ
ZZZ,2,ZZ0101,Ford,ZZ01
`

describe('reading a P-code list', () => {
  test('an HXL row says what the columns are, whatever they are called', () => {
    const { rows, bad } = readPlaces(list.replace(/^.*\n/, 'a,b,c,d,e\n'))
    expect(bad).toEqual([])
    expect(rows.map(({ line, pcode, level, parentPcode }) => [line, pcode, level, parentPcode])).toEqual([
      [3, 'ZZ01', 'admin1', 'ZZZ'],
      [4, 'ZZ0101', 'admin2', 'ZZ01'],
    ])
  })

  test('plain headings, semicolons and a byte order mark are read too', () => {
    const { rows } = readPlaces('\uFEFFkind;name;lat;lon\ncity;Ford;40.5;45.25\n')
    expect(rows).toMatchObject([{ level: 'settlement', pcode: null, point: { lat: 40.5, lon: 45.25 } }])
  })

  test.each([
    ['headings', 'ADM0_PCODE,ADM0_EN,ADM1_PCODE,ADM1_EN,ADM1_HY,ADM2_PCODE,ADM2_EN,date'],
    ['an HXL row', '#adm0+code,#adm0+name,#adm1+code,#adm1+name,#adm1+name+i_hy,#adm2+code,#adm2+name,#date'],
  ])('a wide list with %s is a hierarchy: each level once, each in the one above', (_, heads) => {
    const { rows, bad } = readPlaces(
      `${heads}\nZZ,Land,ZZ01,North,Հյուսիս,ZZ0101,Ford,2024\nZZ,Land,ZZ01,North,Հյուսիս,ZZ0102,Mill,2024\nZZ,Land,ZZ02,South,,,,2024\n,,,,,,,2024\n`,
    )
    expect(rows.map(({ line, level, pcode, parentPcode }) => [line, level, pcode, parentPcode])).toEqual([
      [2, 'country', 'ZZ', null],
      [2, 'admin1', 'ZZ01', 'ZZ'],
      [2, 'admin2', 'ZZ0101', 'ZZ01'],
      [3, 'admin2', 'ZZ0102', 'ZZ01'],
      [4, 'admin1', 'ZZ02', 'ZZ'],
    ])
    expect(rows[1]?.names).toEqual([
      { name: 'North', language: 'en' },
      { name: 'Հյուսիս', language: 'hy' },
    ])
    expect(bad).toEqual([{ line: 5, message: 'It has no P-code at any level.' }])
  })

  test('a line that cannot be used is named with its reason, and the others stay', () => {
    const text =
      'level,pcode,name,lat,lon\n1,ZZ01,North,,\n9,ZZ02,South,,\n1,ZZ03,,,\n1,ZZ 04,East,,\n1,ZZ05,West,95,200\n'
    const { rows, bad } = readPlaces(text)
    expect(rows).toHaveLength(1)
    expect(bad.map(({ line }) => line)).toEqual([3, 4, 5, 6])
    expect(bad[0]?.message).toContain('"9" is no level')
  })

  test.each([
    ['no table', 'hello'],
    ['an unclosed quote', 'level,name\n1,"x'],
    ['nothing known', 'a,b\n1,2'],
    ['nothing', ''],
  ])('%s is told, not thrown', (_, text) => {
    const { rows, bad } = readPlaces(text)
    expect([rows.length, bad.length]).toEqual([0, 1])
  })

  test('a formula in a name stays a name', () => {
    expect(readPlaces('level,name\n1,=cmd()\n').rows[0]?.names).toEqual([{ name: '=cmd()', language: 'en' }])
  })

  const shared = '../shared/data/geo/pcodes-ARM-AZE.csv'
  test.skipIf(!exists(shared))('a list of two countries is read whole', () => {
    const { rows, bad } = readPlaces(readFileSync(shared, 'utf8'))
    expect([rows.length, bad.length]).toEqual([123, 0])
  })
})

function exists(file: string): boolean {
  try {
    return readFileSync(file).length > 0
  } catch {
    return false
  }
}

describe('matching with the gazetteer', () => {
  const match = (text: string, places: KnownPlace[]) => matchPlaces(readPlaces(text).rows, places, 'crisis')

  test('a place is the same by its P-code, never by its name alone', () => {
    const places = [
      known('ford', { pcode: 'ZZ0101', level: 'admin2', names: [{ name: 'Ford', language: 'en', usedBy: 'local' }] }),
    ]
    const { matches } = match(list, places)
    expect(matches.map(({ outcome, place }) => [outcome, place])).toEqual([
      ['new', null],
      ['changed', 'ford'],
    ])
    const namesake = match('kind,name,lat,lon\ncity,Martuni,39.79,47.11\n', [
      known('martuni', {
        point: { lat: 40.14, lon: 45.3 },
        names: [{ name: 'Martuni', language: 'en', usedBy: 'local' }],
      }),
    ])
    expect(namesake.matches).toMatchObject([{ outcome: 'new', notices: [expect.stringContaining('Martuni')] }])
  })

  test('without a P-code level, name and point together tell a place', () => {
    const there = known('ford', {
      point: { lat: 40.5, lon: 45.25 },
      names: [{ name: 'Ford', language: 'en', usedBy: 'local' }],
    })
    expect(match('kind,name,lat,lon\ncity,Ford,40.5001,45.2499\n', [there]).matches).toMatchObject([
      { outcome: 'same', place: 'ford' },
    ])
  })

  test('a name the place lacks is added beside those it has; what differs otherwise is kept and told', () => {
    const other = known('other', { pcode: 'ZZ09', level: 'admin1' })
    const ford = known('ford', { pcode: 'ZZ0101', level: 'settlement', parent: 'other' })
    const { matches } = match(list, [other, ford])
    expect(matches[1]).toMatchObject({ outcome: 'changed', parent: null, adds: [{ name: 'Ford', language: 'en' }] })
    expect(matches[1]?.notices).toHaveLength(2)
  })

  test('a parent is the code it names, else the longest code its own begins with, else its country', () => {
    const country = known('land', { pcode: 'ZZZ', level: 'country' })
    const parents = match('country,level,pcode,name\nZZZ,1,ZZ01,North\nZZZ,2,ZZ0101,Ford\n', [country]).matches.map(
      ({ parent }) => parent,
    )
    expect(parents).toEqual([{ id: 'land' }, { line: 2 }])
  })

  test('a line that lies nowhere known, in itself or in something lower is bad, and so is what lies in it', () => {
    const text =
      'level,pcode,name,parent\n2,ZZ0101,Ford,ZZ99\n3,ZZ010101,Mill,ZZ0101\n1,ZZ01,North,\n2,ZZ0102,Weir,ZZ010201\n3,ZZ010201,Lock,ZZ01\n2,ZZ0102,Twice,ZZ01\n'
    const { matches, bad } = match(text, [])
    expect(matches.map(({ line }) => line)).toEqual([4, 6])
    expect(bad.map(({ line }) => line)).toEqual([2, 3, 5, 7])
  })

  test('a place that serves all crises is not changed from within one', () => {
    const shared = known('north', { pcode: 'ZZ01', level: 'admin1', crisis: null })
    expect(match('level,pcode,name\n1,ZZ01,Nord\n', [shared]).matches).toMatchObject([
      { outcome: 'same', adds: [], notices: [expect.stringContaining('serves all crises')] },
    ])
  })
})
