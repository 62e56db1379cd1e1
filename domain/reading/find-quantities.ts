import { isCount } from '@/domain/quantity/is-count'
import { findNumbers, type NumberInText } from '@/domain/quantity/numbers-in-text'
import { makeQuantity, type Qualifier, type Quantity } from '@/domain/quantity/quantity'
import { betweenBoundAndNumber, boundsAfter, boundsBefore, vagueWords } from '@/domain/reading/qualifier-words'

/** A quantity in a text. `start`, `end`: its words, the qualifier included; `number`: its number, or both of "between 10 and 15". */
export interface QuantityInText {
  quantity: Quantity
  start: number
  end: number
  number: { start: number; end: number }
  /** Whether the number can count people or things: no year, day, time, share, age, money, measure. */
  isCount: boolean
}

const asPattern = (phrase: string) => phrase.replaceAll(' ', '[\\s\\u00a0]+')
const blank = '[\\s\\u00a0]'
const edge = '(?<![\\p{L}\\p{N}])'

interface Bound {
  qualifier: Qualifier
  pattern: RegExp
}

const bounds = Object.entries(boundsBefore).flatMap(([qualifier, phrases]) =>
  phrases.map((phrase) => ({ qualifier: qualifier as Qualifier, phrase })),
)
const boundBehind = new RegExp(
  `${edge}(?:${bounds.map(({ phrase }) => `(${asPattern(phrase)})`).join('|')})(?:${blank}+${asPattern(betweenBoundAndNumber)})*${blank}*$`,
  'iu',
)
const boundAhead: Bound[] = Object.entries(boundsAfter).map(([qualifier, phrases]) => ({
  qualifier: qualifier as Qualifier,
  pattern: new RegExp(`^${blank}*(?:${phrases.map(asPattern).join('|')})(?![\\p{L}\\p{N}])`, 'iu'),
}))

const rangeOpening = new RegExp(
  `${edge}(?:(?:anywhere )?between|from|от|с|zwischen|entre|von|de|tra|من|بين|ما بين|միջև)${blank}+$`,
  'iu',
)
/** What stands between the two numbers of a range, alone ("10–15", "two or three") or behind an opening ("between 10 and 15"). */
const rangeMiddle = new RegExp(
  `^${blank}*(?:[-–—]|to|or|до|или|إلى|أو|կամ|oder|bis|ou|a|-?ից${blank}+(?:մինչև${blank}+)?)${blank}*$`,
  'iu',
)
const openedMiddle = new RegExp(
  `^${blank}*(?:[-–—]|and|to|или|до|и|إلى|و|և|und|bis|y|a|et|e|-?ից${blank}+(?:մինչև${blank}+)?)${blank}*$`,
  'iu',
)
/** "At least 20, and possibly up to 100": a low end and a high end in two bounds. */
const secondBound =
  /^,?\s+(?:and|but|or|и|а)?\s*(?:possibly|perhaps|maybe|probably|возможно)?,?\s*(?:up to|as many as|до)\s+$/iu

const vague = new RegExp(`${edge}(?:${vagueWords.map(asPattern).join('|')})(?![\\p{L}\\p{N}])`, 'giu')

/** The bound that stands before a position, with where it begins. */
function findBoundBefore(text: string, position: number): { qualifier: Qualifier; start: number } | null {
  const from = Math.max(0, position - 60)
  const match = boundBehind.exec(text.slice(from, position))
  if (!match) return null
  const index = match.slice(1).findIndex((group) => group !== undefined)
  const qualifier = bounds[index]?.qualifier
  return qualifier ? { qualifier, start: from + match.index } : null
}

function findBoundAfter(text: string, position: number): { qualifier: Qualifier; end: number } | null {
  const rest = text.slice(position, position + 30)
  for (const { qualifier, pattern } of boundAhead) {
    const match = pattern.exec(rest)
    if (match) return { qualifier, end: position + match[0].length }
  }
  return null
}

const isWhole = ({ value }: NumberInText) => Number.isInteger(value) && value <= 1_000_000_000
const maxWords = 300

function fromRange(text: string, first: NumberInText, second: NumberInText): QuantityInText | null {
  if (!isWhole(first) || !isWhole(second) || second.value <= first.value) return null
  const middle = text.slice(first.end, second.start)
  const opening = rangeOpening.exec(text.slice(Math.max(0, first.start - 24), first.start))
  const bound = findBoundBefore(text, first.start)
  const isOpened = opening !== null && openedMiddle.test(middle)
  const isBounded = bound?.qualifier === 'at-least' && secondBound.test(middle)
  if (!isOpened && !isBounded && !rangeMiddle.test(middle)) return null
  const start = isOpened ? first.start - opening[0].length : (bound?.start ?? first.start)
  const words = text.slice(start, second.end)
  return {
    quantity: makeQuantity('between', first.value, second.value, words.slice(0, maxWords)),
    start,
    end: second.end,
    number: { start: first.start, end: second.end },
    isCount: isCount(text, second) && (isCount(text, first) || isJoinedToRange(middle)),
  }
}

/** The first number of "10-15" has a hyphen behind it, which is no reason to take it for a part of a name. */
const isJoinedToRange = (middle: string) => /^\s*[-–—]\s*$/.test(middle)

function fromNumber(text: string, number: NumberInText): QuantityInText | null {
  if (!isWhole(number)) return null
  const behind = findBoundBefore(text, number.start)
  const ahead = behind === null ? findBoundAfter(text, number.end) : null
  const qualifier = behind?.qualifier ?? ahead?.qualifier ?? 'exact'
  if (qualifier === 'fewer-than' && number.value === 0) return null
  const start = behind?.start ?? number.start
  const end = ahead?.end ?? number.end
  return {
    quantity: makeQuantity(qualifier, number.value, null, text.slice(start, end).slice(0, maxWords)),
    start,
    end,
    number: { start: number.start, end: number.end },
    isCount: isCount(text, number),
  }
}

/** "Thirteen (13)": the same number again in brackets says nothing new. */
const isRepeated = (text: string, { value, end }: NumberInText, next: NumberInText | undefined) =>
  next !== undefined && next.value === value && /^\s*\($/.test(text.slice(end, next.start))

/**
 * The quantities of a text in its order: numbers with the words that bound them, ranges, and vague words ("dozens": unquantified).
 * Offsets are UTF-16 units. `language`: BCP 47 or null.
 */
export function findQuantities(text: string, language: string | null = null): QuantityInText[] {
  const numbers = findNumbers(text, language)
  const found: QuantityInText[] = []
  for (let index = 0; index < numbers.length; index++) {
    const number = numbers[index]
    const next = numbers[index + 1]
    if (!number) break
    const range = next ? fromRange(text, number, next) : null
    const read = range ?? fromNumber(text, number)
    if (read) found.push(read)
    if (range || isRepeated(text, number, next)) index++
  }
  const counted = found.length
  let before = 0
  for (const { 0: words, index: start } of text.matchAll(vague)) {
    const end = start + words.length
    while (before < counted && (found[before]?.end ?? 0) <= start) before++
    if (before < counted && (found[before]?.start ?? end) < end) continue
    const number = { start, end }
    found.push({ quantity: makeQuantity('unquantified', null, null, words), start, end, number, isCount: true })
  }
  return found.sort((a, b) => a.start - b.start)
}
