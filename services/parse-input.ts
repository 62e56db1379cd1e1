import type { z } from 'zod'
import { ServiceError } from '@/services/errors'

/**
 * What was handed in, as the schema reads it.
 * @throws ServiceError `invalid` that names every field
 */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: z.input<Schema>): z.output<Schema> {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  const errors = result.error.issues.map(({ path, message }) => ({
    pointer: `/${path.map(String).join('/')}`,
    message,
  }))
  throw new ServiceError('invalid', 'Some fields cannot be used.', errors)
}
