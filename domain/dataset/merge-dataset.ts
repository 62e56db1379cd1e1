import type { z } from 'zod'
import { findDatasetProblems } from '@/domain/dataset/check-dataset'
import { type Dataset, datasetSchema } from '@/domain/dataset/dataset'

const lists = [
  'places',
  'sources',
  'events',
  'documents',
  'statements',
  'disputes',
  'notes',
  'changes',
  'sitreps',
] as const

/**
 * Joins the files of one crisis: each part is an object with some of the dataset's top-level keys; lists of the same key follow one
 * another in the order of the parts, `crisis` stands in one part alone. The result is parsed and checked (every key resolves, keys are
 * unique, quotes hold their numbers).
 * @throws Error that lists every problem, one sentence a line, each beginning with what it is about and its key.
 */
export function mergeDataset(parts: unknown[]): Dataset {
  const { joined, problems } = join(parts)
  const parsed = datasetSchema.safeParse(joined)
  if (!parsed.success) problems.push(...parsed.error.issues.map((issue) => describeIssue(issue, joined)))
  else problems.push(...findDatasetProblems(parsed.data))
  if (problems.length > 0 || !parsed.success) {
    throw new Error(`The dataset has ${problems.length} problem(s):\n${problems.join('\n')}`)
  }
  return parsed.data
}

function join(parts: unknown[]) {
  const joined: Record<string, unknown> = Object.fromEntries(lists.map((list) => [list, []]))
  const problems: string[] = []
  for (const [index, part] of parts.entries()) {
    if (!isRecord(part)) {
      problems.push(`Part ${index + 1}: a file of the dataset must be an object.`)
      continue
    }
    for (const [name, value] of Object.entries(part)) {
      const soFar = joined[name]
      if (Array.isArray(soFar) && Array.isArray(value)) joined[name] = [...soFar, ...value]
      else if (name === 'crisis' && soFar === undefined) joined[name] = value
      else problems.push(`Part ${index + 1}: "${name}" is not a list of the dataset, or "crisis" stands in two parts.`)
    }
  }
  return { joined, problems }
}

/** Says where an entry breaks the format by the nearest key above it, since an index in a joined list helps nobody. */
function describeIssue(issue: z.core.$ZodIssue, joined: unknown): string {
  let here: unknown = joined
  let label = String(issue.path[0] ?? 'dataset')
  for (const step of issue.path) {
    here = isRecord(here) || Array.isArray(here) ? Reflect.get(here, step) : undefined
    if (isRecord(here) && typeof here.key === 'string') label = `${String(issue.path[0])} "${here.key}"`
  }
  return `${label}: ${issue.path.join('.')}: ${issue.message}`
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
