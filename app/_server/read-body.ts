import { ServiceError } from '@/services/errors'

/** What a body may be refused for before it is looked into. */
export type BodyRefusal = { status: 413 | 415 | 400; title: string; detail: string }

/**
 * The bytes of a JSON body, read no further than `most`.
 * @returns the bytes, or why they are refused
 */
export async function readJsonBytes(request: Request, most: number): Promise<Uint8Array | BodyRefusal> {
  // Told before the kind of body is: a body that is too large is not read for it.
  if (saysTooLarge(request, most)) return tooLarge(most)
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') {
    return { status: 415, title: 'Not JSON', detail: 'Send the body as JSON, with Content-Type: application/json.' }
  }
  return await readBytes(request, most)
}

/** The bytes of any body, read no further than `most`. */
export async function readBytes(request: Request, most: number): Promise<Uint8Array | BodyRefusal> {
  if (saysTooLarge(request, most)) return tooLarge(most)
  const parts: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength
    if (size > most) {
      await reader?.cancel()
      return tooLarge(most)
    }
    parts.push(part.value)
  }
  return Buffer.concat(parts)
}

const saysTooLarge = (request: Request, most: number) => Number(request.headers.get('content-length') ?? 0) > most

/** What a body of more than so many bytes is refused with. */
export const tooLarge = (most: number): BodyRefusal => ({
  status: 413,
  title: 'Too large',
  detail: `The body is larger than ${Math.floor(most / 1024)} KB: send less at once.`,
})

/** Far deeper than anything asked for; a body of brackets alone would exhaust the stack of whatever walks it. */
const deepestNesting = 64

/**
 * JSON out of bytes.
 * @throws ServiceError `invalid` for bytes that are not UTF-8 or not JSON, and for values nested deeper than 64 levels
 */
export function parseJson(bytes: Uint8Array): unknown {
  const value = decodeJson(bytes)
  if (!isDeeperThan(value, deepestNesting)) return value
  throw new ServiceError('invalid', `The body is nested deeper than ${deepestNesting} levels.`)
}

function decodeJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new ServiceError('invalid', 'The body is not JSON in UTF-8.')
  }
}

function isDeeperThan(value: unknown, most: number): boolean {
  let level = [value]
  for (let depth = 0; depth <= most && level.length > 0; depth++) {
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []))
  }
  return level.length > 0
}

/** JSON pointers of every text, and every name, in a value that PostgreSQL cannot hold: with U+0000 or half a surrogate pair. */
export function findUnkeepable(value: unknown, pointer = ''): string[] {
  if (typeof value === 'string') return isKeepable(value) ? [] : [pointer]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) => {
    const at = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
    return isKeepable(name) ? findUnkeepable(part, at) : [pointer]
  })
}

const isKeepable = (text: string) => !text.includes('\u0000') && !/\p{Surrogate}/u.test(text)
