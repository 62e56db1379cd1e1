import { z } from 'zod'
import { type ListedPlace, placeLevels } from '@/domain/place/listed-place'

/** One line of a gazetteer file, read. `country`: the code of the country it lies in, where the file has one. */
export const placeRowSchema = z.object({
  line: z.number().int(),
  pcode: z.string().nullable(),
  level: z.enum(placeLevels),
  names: z.array(z.object({ name: z.string(), language: z.string() })).min(1),
  parentPcode: z.string().nullable(),
  country: z.string().nullable(),
  point: z.object({ lat: z.number(), lon: z.number() }).nullable(),
})
export type PlaceRow = z.infer<typeof placeRowSchema>

/** A line that cannot be used, and why. */
export const badRowSchema = z.object({ line: z.number().int(), message: z.string() })
export type BadRow = z.infer<typeof badRowSchema>

/** A file of places, read: what can be used, and what cannot. */
export interface ReadPlaces {
  rows: PlaceRow[]
  bad: BadRow[]
}

/** A place of the gazetteer as an import meets it. `crisis`: null where it serves all, and is then not changed from within one. */
export interface KnownPlace extends Pick<ListedPlace, 'id' | 'level' | 'parent' | 'pcode' | 'point'> {
  crisis: string | null
  names: { name: string; language: string; usedBy: string }[]
}

/** What importing a line does. `adds`: names the place does not have yet. */
export interface PlaceMatch {
  line: number
  row: PlaceRow
  outcome: 'new' | 'changed' | 'same'
  /** The place of the gazetteer it is; null for a new one. */
  place: string | null
  /** The place it is to lie in: one of the gazetteer by id, or a new one by its line. */
  parent: { id: string } | { line: number } | null
  adds: PlaceRow['names']
  /** What a person should know: what differs and is kept, what it resembles. */
  notices: string[]
}

/** Where a line's place stands: in the gazetteer, or further up in the file. */
interface Standing {
  level: ListedPlace['level']
  at: { id: string } | { line: number }
}

/**
 * Matches the lines of a file with the gazetteer: by P-code, and without one by level, name and point together, never by name alone
 * (Martuni is two places). Parents by P-code: the one a line names, else the longest code that its own begins with, else its country's. What a
 * place of the gazetteer has is never overwritten: an import adds places, names and what is missing.
 */
export function matchPlaces(rows: readonly PlaceRow[], known: readonly KnownPlace[], crisis: string | null) {
  const matches: PlaceMatch[] = []
  const bad: BadRow[] = []
  const byCode = new Map<string, KnownPlace>()
  // The crisis's own stands before one that serves all.
  for (const place of [...known].sort((a, b) => Number(a.crisis !== null) - Number(b.crisis !== null))) {
    if (place.pcode !== null) byCode.set(place.pcode, place)
  }
  const lineOf = new Map<string, PlaceRow>()
  const unique = rows.filter((row) => {
    const first = row.pcode === null ? undefined : lineOf.get(row.pcode)
    if (first) bad.push({ line: row.line, message: `${row.pcode} stands in line ${first.line} already.` })
    else if (row.pcode !== null) lineOf.set(row.pcode, row)
    return !first
  })
  const standing = (code: string): Standing | null => {
    const place = byCode.get(code)
    if (place) return { level: place.level, at: { id: place.id } }
    const row = lineOf.get(code)
    return row ? { level: row.level, at: { line: row.line } } : null
  }
  for (const row of unique) {
    const parent = findParent(row, standing)
    if ('message' in parent) {
      bad.push({ line: row.line, message: parent.message })
      continue
    }
    const place = row.pcode === null ? findByPoint(row, known) : byCode.get(row.pcode)
    matches.push(place ? compare(row, place, { parent, crisis }) : makeNew(row, { parent, known }))
  }
  // A line whose parent is a bad line falls with it, and so on down.
  for (;;) {
    const kept = new Set(matches.map(({ line }) => line))
    const lost = matches.find(({ parent }) => parent && 'line' in parent && !kept.has(parent.line))
    if (!lost) return { matches, bad: bad.sort((a, b) => a.line - b.line) }
    matches.splice(matches.indexOf(lost), 1)
    bad.push({ line: lost.line, message: 'The place it lies in stands in a line that cannot be used.' })
  }
}

type FoundParent = { at: PlaceMatch['parent']; notices: string[] } | { message: string }

function findParent(row: PlaceRow, standing: (code: string) => Standing | null): FoundParent {
  const { pcode, parentPcode, country } = row
  const prefixes = pcode === null ? [] : Array.from({ length: pcode.length - 1 }, (_, n) => pcode.slice(0, -n - 1))
  const isAbove = (one: Standing | null) => one !== null && rank(one.level) < rank(row.level)
  if (parentPcode === null || parentPcode === pcode) {
    const code = [...prefixes, country].find((one) => one !== null && one !== pcode && isAbove(standing(one)))
    return { at: (code && standing(code)?.at) || null, notices: [] }
  }
  const parent = standing(parentPcode)
  if (parent && isAbove(parent)) return { at: parent.at, notices: [] }
  if (parent) return { message: `It cannot lie in ${parentPcode}, which is a ${parent.level}.` }
  if (row.level === 'admin1') {
    const notice = `${parentPcode} is not in the gazetteer: add the country, and import again.`
    return { at: null, notices: [notice] }
  }
  return { message: `It lies in ${parentPcode}, which is neither in the file nor in the gazetteer.` }
}

const rank = (level: ListedPlace['level']) => placeLevels.indexOf(level)

/** Coordinates of one place differ between files by their rounding. */
const nearDegrees = 0.001

function findByPoint({ level, names, point }: PlaceRow, known: readonly KnownPlace[]): KnownPlace | undefined {
  return known.find(
    (place) =>
      place.level === level &&
      shareName(place, names) &&
      (point === null
        ? place.point === null && place.pcode === null
        : place.point !== null &&
          Math.abs(place.point.lat - point.lat) < nearDegrees &&
          Math.abs(place.point.lon - point.lon) < nearDegrees),
  )
}

const shareName = (place: KnownPlace, names: PlaceRow['names']) =>
  names.some(({ name }) => place.names.some((one) => one.name.toLowerCase() === name.toLowerCase()))

function makeNew(
  row: PlaceRow,
  { parent, known }: { parent: Extract<FoundParent, { at: unknown }>; known: readonly KnownPlace[] },
): PlaceMatch {
  const alike = known.find((place) => shareName(place, row.names))
  const notices = [
    ...parent.notices,
    ...(alike
      ? [
          `Another place is called ${alike.names[0]?.name}${alike.pcode ? ` (${alike.pcode})` : ''}: this one is added beside it.`,
        ]
      : []),
  ]
  return { line: row.line, row, outcome: 'new', place: null, parent: parent.at, adds: row.names, notices }
}

function compare(
  row: PlaceRow,
  place: KnownPlace,
  { parent, crisis }: { parent: Extract<FoundParent, { at: unknown }>; crisis: string | null },
): PlaceMatch {
  const adds = row.names.filter(({ name }) => !place.names.some((one) => one.name === name))
  const isGivenParent = place.parent === null && parent.at !== null && !('id' in parent.at && parent.at.id === place.id)
  const isGivenPoint = place.point === null && row.point !== null
  const isOwn = place.crisis === crisis
  const isChanged = isOwn && (adds.length > 0 || isGivenParent || isGivenPoint)
  const parentDiffers =
    place.parent !== null && parent.at !== null && !('id' in parent.at && parent.at.id === place.parent)
  const notices = [
    ...parent.notices,
    ...(row.level === place.level ? [] : [`The gazetteer has it as ${place.level}, the file as ${row.level}: kept.`]),
    ...(parentDiffers ? ['The gazetteer has it in another place than the file: kept.'] : []),
    ...(!isOwn && (adds.length > 0 || isGivenParent || isGivenPoint)
      ? ['It serves all crises: it is not changed from here.']
      : []),
  ]
  const outcome = isChanged ? 'changed' : 'same'
  const kept = { line: row.line, row, outcome, place: place.id, notices } as const
  return isChanged ? { ...kept, parent: isGivenParent ? parent.at : null, adds } : { ...kept, parent: null, adds: [] }
}
