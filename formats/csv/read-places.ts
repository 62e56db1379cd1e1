import { parse } from 'csv-parse/sync'
import { type ListedPlace, placeLevels } from '@/domain/place/listed-place'
import type { BadRow, PlaceRow, ReadPlaces } from '@/domain/place/place-import'

const mostRows = 20_000
/** So far down a file of the field may have its heads. */
const mostLinesAbove = 25

/** What each column of a gazetteer file holds, by its HXL hashtag (hxlstandard.org) or by what people call it. */
const columns: { field: Field; hxl: RegExp; heading: RegExp }[] = [
  { field: 'parent', hxl: /^#adm\d?\+code.*\+parent|^#geo\+parent/, heading: /^parent.*(code|id)$|^parent$/ },
  { field: 'pcode', hxl: /^#adm\d?\+code|^#loc\+code/, heading: /^(adm\d?)?p?code$|^adm(in)?\d?pcode$/ },
  { field: 'level', hxl: /^#geo\+admin_level|^#adm\+level/, heading: /^(admin)?level$|^kind$|^type$/ },
  { field: 'country', hxl: /^#country\+code/, heading: /^(location|iso3?|country|countrycode|iso2)$/ },
  {
    field: 'name',
    hxl: /^#(adm\d?|loc)\+name/,
    heading: /^(adm(in)?\d?)?name([a-z]{2})?$|^adm(in)?\d(?!id)[a-z]{2}$|^place$/,
  },
  { field: 'lat', hxl: /^#geo\+lat/, heading: /^lat(itude)?$/ },
  { field: 'lon', hxl: /^#geo\+lon/, heading: /^lon(gitude)?$|^lng$/ },
]
type Field = 'pcode' | 'name' | 'parent' | 'level' | 'country' | 'lat' | 'lon'

/**
 * A gazetteer or P-code list as CSV (RFC 4180; comma, semicolon or tab), with an HXL row or plain headings: one line a place, or, in a wide
 * list, one line a place of the lowest level with codes and names of all it lies in ("adm1_pcode, adm1_name, adm2_pcode, ..."). Never throws:
 * what cannot be used comes back by its line.
 */
export function readPlaces(text: string): ReadPlaces {
  let records: { record: string[]; line: number }[]
  try {
    const parsed = parse(text, {
      bom: true,
      info: true,
      delimiter: [',', ';', '\t'],
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      to: mostRows + mostLinesAbove + 1,
      max_record_size: 100_000,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    records = parsed.map(({ record, info }) => ({ record, line: info.lines }))
  } catch (error) {
    const told = error instanceof Error ? error.message.split('\n')[0] : ''
    return { rows: [], bad: [{ line: 1, message: `This cannot be read as CSV: ${told}` }] }
  }
  const heads = findHeads(records.slice(0, mostLinesAbove).map(({ record }) => record))
  if (!heads) {
    const message = 'No line names a column of names and a column of levels: give it headings, or an HXL row.'
    return { rows: [], bad: [{ line: 1, message }] }
  }
  const body = records.slice(heads.last + 1)
  if (body.length > mostRows) {
    return {
      rows: [],
      bad: [{ line: 1, message: `It has more than ${mostRows.toLocaleString('en')} places: split it.` }],
    }
  }
  const rows: PlaceRow[] = []
  const bad: BadRow[] = []
  const wide = findWideLevels(heads.fields)
  const known = new Set<string>()
  for (const { record, line } of body) {
    const found = wide ? readWideRow(record, line, wide, known) : [readRow(record, line, heads.fields)]
    for (const row of found) {
      if ('message' in row) bad.push(row)
      else rows.push(row)
    }
  }
  return { rows, bad }
}

/** The columns of one level of a wide list, whose lines hold all levels of a place side by side. */
interface WideLevel {
  level: ListedPlace['level']
  pcode: number
  names: { index: number; language: string }[]
}

/** The levels of a wide list from the highest down; null where each line is one place. */
function findWideLevels(fields: Head[]): WideLevel[] | null {
  const levels = placeLevels.flatMap((level): WideLevel[] => {
    const own = fields.filter((one) => one.level === level)
    const code = own.find(({ field }) => field === 'pcode')
    const names = own.filter(({ field }) => field === 'name')
    return code && names.length > 0 ? [{ level, pcode: code.index, names }] : []
  })
  return levels.length > 1 ? levels : null
}

/** The places of a line from the highest down, each in the one before; those of `known` codes stand in a line further up. */
function readWideRow(record: string[], line: number, levels: WideLevel[], known: Set<string>): (PlaceRow | BadRow)[] {
  const cell = (index: number) => record[index] ?? ''
  const given = levels.filter(({ pcode }) => cell(pcode) !== '')
  if (given.length === 0) return [{ line, message: 'It has no P-code at any level.' }]
  return given.flatMap(({ level, pcode, names }, index): (PlaceRow | BadRow)[] => {
    if (known.has(cell(pcode))) return []
    known.add(cell(pcode))
    const above = given.slice(0, index).map((one) => cell(one.pcode))
    return [
      checkRow({
        line,
        pcode: cell(pcode),
        level,
        names: namesIn(record, names),
        parentPcode: above.at(-1) ?? null,
        country: null,
        point: null,
      }),
    ]
  })
}

/** What keeps a place from being used, or the place. */
function checkRow(row: PlaceRow): PlaceRow | BadRow {
  const { line, names, pcode } = row
  if (names.length === 0) return { line, message: pcode === null ? 'It has no name.' : `${pcode} has no name.` }
  if (names.some(({ name }) => name.includes('\0')))
    return { line, message: 'Its name holds a character that cannot be kept.' }
  if (pcode !== null && !/^[\w.-]{1,40}$/.test(pcode)) return { line, message: `"${pcode.slice(0, 40)}" is no P-code.` }
  return row
}

const namesIn = (record: string[], heads: readonly { index: number; language: string }[]) =>
  heads
    .map(({ index, language }) => ({ name: (record[index] ?? '').slice(0, 300), language }))
    .filter(({ name }) => name !== '')

interface Head {
  field: Field
  index: number
  language: string
  /** Where the column is of one level: "adm2_pcode", "#adm2+code". */
  level: ListedPlace['level'] | null
}

/** The columns by an HXL row where there is one, else by the first line whose headings are known. */
function findHeads(lines: string[][]): { fields: Head[]; last: number } | null {
  const hxl = lines.findIndex((line) => line.filter((cell) => cell.startsWith('#')).length >= 2)
  const candidates = hxl >= 0 ? [hxl] : lines.map((_, index) => index)
  for (const last of candidates) {
    const fields = (lines[last] ?? []).flatMap((cell, index): Head[] => {
      const text = cell.toLowerCase()
      const plain = text.replaceAll(/[^a-z0-9]/g, '')
      const column = columns.find(({ hxl, heading }) => (text.startsWith('#') ? hxl.test(text) : heading.test(plain)))
      const language =
        /\+i_([a-z]{2,3})\b/.exec(text)?.[1] ?? /(?:name_?|^adm(?:in)?\d_?)([a-z]{2})$/.exec(text)?.[1] ?? 'en'
      const [, digit] = /^#?adm(?:in)?_?([0-3])/.exec(text) ?? []
      return column ? [{ field: column.field, index, language, level: digit ? readLevel(digit) : null }] : []
    })
    const has = (field: Field) => fields.some((one) => one.field === field)
    if (has('name') && (has('level') || has('pcode'))) return { fields, last }
  }
  return null
}

function readRow(record: string[], line: number, heads: Head[]): PlaceRow | BadRow {
  const cell = (field: Field) => {
    const head = heads.find((one) => one.field === field)
    return head ? (record[head.index] ?? '') : ''
  }
  const names = namesIn(
    record,
    heads.filter(({ field }) => field === 'name'),
  )
  const level = readLevel(cell('level'))
  const point = readPoint(cell('lat'), cell('lon'))
  const pcode = cell('pcode') || null
  if (names.length === 0) return { line, message: 'It has no name.' }
  if (level === null)
    return { line, message: `"${cell('level').slice(0, 40)}" is no level: write 0 to 3, ${placeLevels.join(', ')}.` }
  if (point === 'wrong')
    return { line, message: `${cell('lat').slice(0, 20)}, ${cell('lon').slice(0, 20)} is no point on earth.` }
  return checkRow({
    ...{ line, pcode, level, names, point },
    parentPcode: cell('parent') || null,
    country: cell('country') || null,
  })
}

const levelWords: Record<string, ListedPlace['level']> = {
  0: 'country',
  1: 'admin1',
  2: 'admin2',
  3: 'admin3',
  adm0: 'country',
  adm1: 'admin1',
  adm2: 'admin2',
  adm3: 'admin3',
  admin0: 'country',
  city: 'settlement',
  town: 'settlement',
  village: 'settlement',
  hamlet: 'settlement',
  locality: 'settlement',
}

function readLevel(text: string): ListedPlace['level'] | null {
  const word = text.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
  return (
    placeLevels.find((level) => level === word) ?? (Object.hasOwn(levelWords, word) ? (levelWords[word] ?? null) : null)
  )
}

function readPoint(lat: string, lon: string): PlaceRow['point'] | 'wrong' {
  if (lat === '' && lon === '') return null
  const point = { lat: Number(lat), lon: Number(lon) }
  const isPoint = lat !== '' && lon !== '' && Math.abs(point.lat) <= 90 && Math.abs(point.lon) <= 180
  return isPoint ? point : 'wrong'
}
