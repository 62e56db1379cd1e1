import type { z } from 'zod'

/** What is wrong with a query parameter, as a sentence that says what to give instead. `input`: the values that were checked, by name. */
export function sayIssue(issue: z.core.$ZodIssue, input: Record<string, unknown>): string {
  const name = String(issue.path[0])
  const given = issue.path.reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), input)
  if (given === undefined) return `"${name}" is missing: it must be given.`
  if (given === '') return `"${name}" is empty: give a value, or leave it out.`
  const quoted = `"${String(given).slice(0, 80)}"`
  if (issue.code === 'invalid_value')
    return `${quoted} is not a value of "${name}". Known are: ${issue.values.join(', ')}.`
  if (issue.code === 'invalid_type') return `${quoted} is not a whole number in digits.`
  if (issue.code === 'too_small') return `"${name}" must be at least ${issue.minimum}.`
  if (issue.code === 'too_big') {
    return issue.origin === 'string'
      ? `"${name}" is too long: give at most ${issue.maximum} characters.`
      : `"${name}" must be at most ${issue.maximum}.`
  }
  return issue.message
}

const isRecord = (value: unknown): value is Record<PropertyKey, unknown> => typeof value === 'object' && value !== null
