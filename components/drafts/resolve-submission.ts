import { isFileReference } from '@/components/drafts/kept-files'
import { isReference, type Submission } from '@/components/drafts/submission'

/** A submission without references: what goes over the line. */
export interface ResolvedRequest {
  idempotencyKey: string
  method: Submission['method']
  path: string
  /** JSON. */
  body: string
  ifMatch: string | undefined
}

/**
 * Puts the values that the server has made in the meantime, and the bytes of kept files, in the place of references.
 *
 * @param answers what the server said to earlier submissions, by their keys
 * @param files the bytes (base64) by the names of the files; null leaves them out
 * @throws Error with a sentence when an answer does not hold what is referred to, or the address is not one of the API
 */
export function resolveSubmission(
  submission: Submission,
  answers: ReadonlyMap<string, unknown>,
  files: ReadonlyMap<string, string> | null = null,
): ResolvedRequest {
  const resolve = (value: unknown): unknown => {
    if (isReference(value)) return lookUp(answers.get(value.$ref), value.pointer)
    if (isFileReference(value)) return files?.get(value.$file) ?? null
    if (Array.isArray(value)) return value.map(resolve)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, resolve(part)]))
  }
  const parts = typeof submission.path === 'string' ? [submission.path] : submission.path
  const path = parts
    .map((part) => (typeof part === 'string' ? part : encodeURIComponent(String(resolve(part)))))
    .join('')
  if (!path.startsWith('/api/v1/')) throw new Error(`"${path}" is no address of the API.`)
  return {
    idempotencyKey: submission.idempotencyKey,
    method: submission.method,
    path,
    body: JSON.stringify(resolve(submission.body ?? {})),
    ifMatch: submission.ifMatch === undefined ? undefined : String(resolve(submission.ifMatch)),
  }
}

/** The value at a JSON pointer (RFC 6901). */
function lookUp(answer: unknown, pointer: string): unknown {
  const names = pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'))
  let value = answer
  for (const name of names) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) value = undefined
    else value = (value as Record<string, unknown>)[name]
  }
  if (value === undefined) throw new Error(`The answer to the earlier entry holds nothing at "${pointer}".`)
  return value
}
