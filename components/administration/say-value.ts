import type { Json } from '@/domain/canonical/canonical-json'

export interface ValueWords {
  nothing: string
  yes: string
  no: string
}

/** A value in words: lists as lists, members by name, at most so much that a page stays readable. */
export function sayValue(value: Json, words: ValueWords): string {
  const text = say(value, words)
  return text.length > 600 ? `${text.slice(0, 600)} …` : text
}

function say(value: Json, words: ValueWords): string {
  if (value === null || value === '') return words.nothing
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (Array.isArray(value)) return value.length === 0 ? words.nothing : value.map((one) => say(one, words)).join(', ')
  if (typeof value !== 'object') return String(value)
  return Object.entries(value)
    .filter(([, member]) => member !== null)
    .map(([name, member]) => `${name} ${say(member, words)}`)
    .join('; ')
}
