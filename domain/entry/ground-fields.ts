import type { Named } from '@/domain/entry/figure-fields'
import type { FieldProblem } from '@/domain/entry/to-figure-entry'
import type { Claimant } from '@/domain/figure/figure'
import type { ListedPlace } from '@/domain/place/listed-place'
import { readTypedTime } from '@/domain/time/read-typed-time'

export type GroundKind = 'source' | 'place' | 'event'

/** A source, place or event that is added while entering, as it is typed. */
export interface GroundFields {
  name: string
  language: string
  /** Of a source. `grade`: F until somebody can judge it; any grade needs the reason. */
  sourceKind: string
  party: string
  grade: Claimant['reliability']
  gradeReason: string
  /** Of a place. `otherNames`: one a line or after semicolons, "Khankendi (az, azerbaijani)". */
  usedBy: string
  otherNames: string
  level: ListedPlace['level']
  point: string
  pcode: string
  /** What a source belongs to, a place lies in, an event is part of. */
  parent: Named | null
  /** Of an event. */
  place: Named | null
  from: string
  to: string
}

export const blankGround: GroundFields = {
  name: '',
  language: 'en',
  sourceKind: 'media',
  party: '',
  grade: 'F',
  gradeReason: '',
  usedBy: '',
  otherNames: '',
  level: 'settlement',
  point: '',
  pcode: '',
  parent: null,
  place: null,
  from: '',
  to: '',
}

/** What is sent for it; `problems` names what cannot be sent yet. */
export function toGround(
  kind: GroundKind,
  fields: GroundFields,
  zone: string,
): { body: unknown; problems: FieldProblem[] } {
  const problems: FieldProblem[] = []
  const name = fields.name.trim()
  const language = fields.language.trim()
  if (name === '') problems.push({ field: 'name', problem: 'missing' })
  if (kind !== 'event' && language === '') problems.push({ field: 'language', problem: 'missing' })
  const parent = fields.parent?.id ?? null
  if (kind === 'source') {
    const reason = fields.gradeReason.trim()
    const isGraded = fields.grade !== 'F' || reason !== ''
    if (isGraded && reason === '') problems.push({ field: 'gradeReason', problem: 'missing' })
    const grade = isGraded ? { reliability: fields.grade, reason } : null
    return {
      body: { names: [{ name, language }], kind: fields.sourceKind, parent, party: fields.party.trim() || null, grade },
      problems,
    }
  }
  if (kind === 'place') {
    const usedBy = fields.usedBy.trim()
    if (usedBy === '') problems.push({ field: 'usedBy', problem: 'missing' })
    const point = readPoint(fields.point)
    if (point === undefined) problems.push({ field: 'point', problem: 'no-point' })
    const names = [{ name, language, usedBy }, ...readNames(fields.otherNames, { language, usedBy })]
    return {
      body: { level: fields.level, parent, pcode: fields.pcode.trim() || null, point: point ?? null, names },
      problems,
    }
  }
  const span = (field: 'from' | 'to') => {
    if (fields[field].trim() === '') return null
    const read = readTypedTime(fields[field], zone, null)
    if (!read) problems.push({ field, problem: 'no-time' })
    return read
  }
  const [from, to] = [span('from'), span('to')]
  if (fields.from.trim() === '') problems.push({ field: 'from', problem: 'missing' })
  return { body: { title: name, place: fields.place?.id ?? null, from, to, parent }, problems }
}

/** "39.815, 46.752" in degrees; null for nothing, undefined for what is no point. */
function readPoint(typed: string): { lat: number; lon: number } | null | undefined {
  if (typed.trim() === '') return null
  const [lat = Number.NaN, lon = Number.NaN, ...more] = typed
    .split(/[\s,;،؛]+/)
    .filter(Boolean)
    .map(Number)
  const isPoint = more.length === 0 && Math.abs(lat) <= 90 && Math.abs(lon) <= 180
  return isPoint ? { lat, lon } : undefined
}

function readNames(typed: string, otherwise: { language: string; usedBy: string }) {
  return typed.split(/[;؛\n]/).flatMap((part) => {
    const [, name = '', said = ''] = /^\s*([^(]*?)\s*(?:\(([^)]*)\))?\s*$/.exec(part) ?? []
    const [language = '', usedBy = ''] = said.split(/[,،]/).map((word) => word.trim())
    return name === '' ? [] : [{ name, language: language || otherwise.language, usedBy: usedBy || otherwise.usedBy }]
  })
}
