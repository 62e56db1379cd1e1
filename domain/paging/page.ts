/** Which part of a list is wanted: at most `limit` items (1 to 1,000) after the place a cursor names. */
export interface PageRequest {
  limit: number
  cursor: string | null
}

/** A part of a list; `nextCursor` is null at its end. */
export interface Page<Item> {
  items: Item[]
  nextCursor: string | null
}

/** Where an item stands in a list's order: the values it is sorted by, its id last. */
export type CursorKey = readonly (string | null)[]

/** A place in a list as an opaque text. */
function writeCursor(key: CursorKey): string {
  return Buffer.from(JSON.stringify(key), 'utf8').toString('base64url')
}

/** Whether a text could be a cursor at all. */
export const isCursor = (text: string): boolean => [1, 2].some((length) => readCursor(text, length) !== null)

/** The place a cursor names, or null where the text is no cursor of a list with that many values. */
export function readCursor(cursor: string, length: number): (string | null)[] | null {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    const isKey =
      Array.isArray(key) &&
      key.length === length &&
      key.every((value) => value === null || (typeof value === 'string' && !value.includes('\u0000')))
    return isKey ? key : null
  } catch {
    return null
  }
}

/** A page out of one item more than the limit, as the database was asked for. */
export function cutPage<Item>(items: Item[], limit: number, keyOf: (item: Item) => CursorKey): Page<Item> {
  const shown = items.slice(0, limit)
  const last = shown.at(-1)
  return { items: shown, nextCursor: items.length > limit && last ? writeCursor(keyOf(last)) : null }
}

/** A page of a short list that is at hand as a whole. An id that has left the list since starts it anew. */
export function pageOf<Item>(items: readonly Item[], { limit, cursor }: PageRequest, idOf: (item: Item) => string) {
  const after = cursor === null ? null : (readCursor(cursor, 1)?.[0] ?? null)
  const start = after === null ? 0 : items.findIndex((item) => idOf(item) === after) + 1
  return cutPage(items.slice(start, start + limit + 1), limit, (item) => [idOf(item)])
}
