import type { z } from 'zod'
import type { FieldProblem } from '@/app/_server/problem'
import { sayIssue } from '@/app/_server/say-issue'
import type { QueryValues } from '@/domain/viewpoint/parse-viewpoint'
import { ServiceError } from '@/services/errors'

/** The query parameters of a request by name, each with all its values. @throws ServiceError `invalid` for bytes that are no text */
export function readQueryValues(request: Request): QueryValues {
  const { search } = new URL(request.url)
  try {
    decodeURIComponent(search.replaceAll('+', ' '))
  } catch {
    throw new ServiceError('invalid', 'The query holds percent-encoded bytes that are not UTF-8.')
  }
  const values = new Map<string, string[]>()
  for (const [name, value] of new URLSearchParams(search)) values.set(name, [...(values.get(name) ?? []), value])
  return Object.fromEntries(values)
}

/** Path parameters as text; a route without any is given none. @throws ServiceError `invalid` for U+0000 and for bytes that are no text */
export function readPathValues(
  params: Record<string, string | string[] | undefined> | undefined,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params ?? {}).map(([name, value]) => {
      const text = decode(Array.isArray(value) ? value.join('/') : (value ?? ''))
      if (text !== null && !text.includes('\u0000')) return [name, text]
      throw new ServiceError('invalid', 'The address holds U+0000 or bytes that are not UTF-8.')
    }),
  )
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/**
 * Checks query values by a schema: a parameter is a list where the schema says so, else given once; what the schema does not name is
 * refused, so that a misspelled filter never passes for none.
 */
export function checkQuery<Schema extends z.ZodObject>(
  values: QueryValues,
  schema: Schema,
): { query: z.output<Schema>; problems: [] } | { query: null; problems: FieldProblem[] } {
  const problems: FieldProblem[] = []
  const input: Record<string, unknown> = {}
  for (const [name, given] of Object.entries(values)) {
    const pointer = `/${name}`
    const field = Object.hasOwn(schema.shape, name) ? schema.shape[name] : undefined
    if (!field) {
      const known = Object.keys(schema.shape).join(', ')
      problems.push({
        pointer,
        message: `"${name}" is not a parameter of this address. Known are: ${known || 'none'}.`,
      })
    } else if (field.safeParse([]).success) {
      input[name] = given
    } else if (given.length > 1) {
      problems.push({ pointer, message: `"${name}" is given ${given.length} times; give it once.` })
    } else {
      input[name] = given[0]
    }
  }
  const result = schema.safeParse(input)
  if (!result.success) {
    for (const issue of result.error.issues) {
      problems.push({ pointer: `/${String(issue.path[0])}`, message: sayIssue(issue, input) })
    }
  }
  return result.success && problems.length === 0 ? { query: result.data, problems: [] } : { query: null, problems }
}
