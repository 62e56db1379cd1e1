import { type Lexicon, lexiconFor } from '@/domain/quantity/lexicon'

/** A number found in a text: its value and where it stands (UTF-16 offsets). `isArticle`: the "a" of "a child". */
export interface NumberInText {
  value: number
  start: number
  end: number
  isArticle: boolean
}

const digit = '[0-9٠-٩۰-۹]'
const numeral = `${digit}{1,3}(?:[.,’'\\u00a0\\u202f\\u2009 ٬]${digit}{3})+(?!${digit})|${digit}+(?:[.,٫]${digit}+)?`
const token = new RegExp(`(${numeral})|[\\p{L}\\p{M}]+`, 'gu')

/** The value of a numeral as people write it: "10,000", "42.500", "100 417", "1,5", Arabic digits. */
function readNumeral(text: string): number {
  const latin = text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
  const isGrouped = /^\d{1,3}([.,’'\s٬]\d{3})+$/.test(latin)
  return isGrouped ? Number(latin.replace(/\D/g, '')) : Number(latin.replace(/[,٫]/, '.'))
}

/** A number being read: `total` holds what its scales closed ("two thousand"), `part` what stands after ("... and five"). */
interface Reading {
  total: number
  part: number
  /** The last scale taken in; what follows must be smaller. */
  scale: number
  /** Digits are a number of their own: "20 five" is two. */
  isDigits: boolean
  start: number
  end: number
  isArticle: boolean
}

interface Token {
  word: string
  digits: string | undefined
  start: number
  end: number
  /** Behind the Arabic "and", which is written onto the word: it may bring the tens after the ones. */
  isJoined: boolean
}

/** Whether a spelled value fits behind what was read: "twenty" takes 1 to 9, "two hundred" up to 99, "three" nothing. */
function hasRoom({ part, isDigits, scale }: Reading, value: number, isJoined: boolean): boolean {
  if (!Number.isInteger(value) || !Number.isInteger(part) || isDigits) return false
  if (part === 0) return scale > value
  if (isJoined && part < 10 && value >= 20 && value < 100) return true
  const rest = part % 100
  if (value < 10) return part % 10 === 0 && (rest === 0 || rest >= 20)
  return value < 100 && part >= 100 && rest === 0
}

function extend(reading: Reading, token: Token, lexicon: Lexicon): boolean {
  const scale = lexicon.scales.get(token.word)
  if (scale !== undefined) {
    const isSmall = scale < 1000
    if (reading.part === 0 || (isSmall && (reading.isDigits || reading.part >= 100))) return false
    // "Three million five thousand" goes down; "five thousand million" is not how people are counted.
    if (!isSmall && reading.scale <= scale) return false
    if (isSmall) reading.part *= scale
    else {
      reading.total += reading.part * scale
      reading.part = 0
      reading.scale = scale
    }
    reading.isDigits = false
    reading.isArticle = false
  } else {
    const value = token.digits === undefined ? lexicon.values.get(token.word) : readNumeral(token.digits)
    if (value === undefined) return false
    if (token.digits === undefined) {
      if (!hasRoom(reading, value, token.isJoined)) return false
    } else if (reading.part !== 0 || reading.total === 0 || value >= 1000 || !Number.isInteger(value)) return false
    reading.part += value
    reading.isDigits = token.digits !== undefined
  }
  reading.end = token.end
  return true
}

function begin({ word, digits, start, end }: Token, previous: Token | null, lexicon: Lexicon): Reading | null {
  const fresh = { total: 0, part: 0, scale: Number.POSITIVE_INFINITY, isDigits: false, start, end, isArticle: false }
  if (digits !== undefined) return { ...fresh, part: readNumeral(digits), isDigits: true }
  const value = lexicon.values.get(word)
  if (value !== undefined) return { ...fresh, part: value }
  const scale = lexicon.scales.get(word)
  const isBounded = lexicon.scalesAfter.scales.has(word) && lexicon.scalesAfter.words.has(previous?.word ?? '')
  if (scale !== undefined && (isBounded || lexicon.bareScales.has(word))) {
    return scale < 1000 ? { ...fresh, part: scale } : { ...fresh, total: scale, scale }
  }
  if (lexicon.articles.has(word)) return { ...fresh, part: 1, isArticle: true }
  return null
}

function* tokensOf(text: string, lexicon: Lexicon): Generator<Token> {
  for (const match of text.matchAll(token)) {
    const [whole, digits] = match
    const start = match.index
    const end = start + whole.length
    const word = whole.toLowerCase()
    const isJoined = word.startsWith('و') && word.length > 1 && !lexicon.values.has(word)
    if (isJoined && (lexicon.values.has(word.slice(1)) || lexicon.scales.has(word.slice(1)))) {
      yield { word: word.slice(1), digits, start: start + 1, end, isJoined: true }
    } else {
      yield { word, digits, start, end, isJoined: digits !== undefined && /\sو$/u.test(text.slice(start - 2, start)) }
    }
  }
}

/** What may stand between two words of one number: a space, a hyphen, the dot of "1,5 тыс.", the Arabic "and". */
const gap = /^(?:[\s\u00a0]*|-|\.\s*|\s+و)$/u

/**
 * The numbers in a text, in digits of any of the supported scripts or spelled out, multipliers taken in ("19 тисяч" is 19,000, "1,5
 * тыс." is 1,500, "two hundred and five" is 205, "half a million" 500,000). Dates and times are numbers too: what a number counts is not
 * judged here. `language` (BCP 47) adds the words that mean something else in other languages.
 */
export function findNumbers(text: string, language: string | null = null): NumberInText[] {
  const lexicon = lexiconFor(language)
  const found: NumberInText[] = []
  let reading: Reading | null = null
  let joiner: Token | null = null
  let previous: Token | null = null

  const close = (next: Token | null) => {
    if (reading === null) return
    const { total, part, start, end, isArticle, isDigits } = reading
    reading = null
    if (isArticle && !(next !== null && lexicon.persons.has(next.word) && next.start - end < 3)) return
    // "A nine-storey house" counts no houses.
    if (!isDigits && /^-\p{L}/u.test(text.slice(end, end + 2))) return
    const value = total + part
    found.push({ value: value > 1000 ? Math.round(value) : value, start, end, isArticle })
  }
  const isNear = (from: number, to: number) => gap.test(text.slice(from, to))

  for (const next of tokensOf(text, lexicon)) {
    const open: Reading | null = reading
    if (open !== null) {
      const from: Token | null = joiner
      const reaches =
        from === null ? isNear(open.end, next.start) : isNear(open.end, from.start) && isNear(from.end, next.start)
      if (reaches && joins(open, from) && extend(open, next, lexicon)) {
        joiner = null
        previous = next
        continue
      }
      if (from === null && lexicon.joiners.has(next.word)) {
        joiner = next
        previous = next
        continue
      }
      close(from ?? next)
      joiner = null
    }
    reading = begin(next, previous, lexicon)
    if (reading?.isArticle && previous?.word === 'half' && isNear(previous.end, next.start)) {
      reading = { ...reading, part: 0.5, start: previous.start }
    }
    previous = next
  }
  close(null)
  return found
}

/** "And" joins only behind a scale or a round number: "two hundred and five", but "three and five" are two numbers. */
function joins({ total, part, isDigits }: Reading, joiner: Token | null): boolean {
  if (joiner === null) return true
  if (isDigits) return false
  // Spanish joins tens and ones.
  return joiner.word === 'y' ? part >= 20 && part % 10 === 0 : part % 100 === 0 && total + part >= 100
}
