import { smallNumberWords } from '@/domain/dataset/number-words'

const thousand = '(?:thousand|тысяч\\p{L}*|тис\\p{L}*|ألفا?|آلاف|mil|mila|mille|tausend|bin)'
const thousands = new RegExp(`(\\d+)\\s*${thousand}(?!\\p{L})(?:\\s*(?:and|и|و)?\\s*(\\d{1,3})(?!\\d))?`, 'gu')
const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
const small = new Map(units.split(' ').map((word, value) => [word, value]))
const tens = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, i) => [word, (i + 2) * 10]),
)

/**
 * Whether a quote says the number: in digits however grouped (1,049; 84 770; 1.465; ١٠), as "19 thousand" in the languages quoted, as
 * an English number in words, or, up to twelve, as a word of another language. An article counts as one ("a child", "ein Kind").
 */
export function quoteHoldsNumber(quote: string, number: number): boolean {
  const text = toPlainDigits(quote.toLowerCase())
  if ([...text.matchAll(/\d+/g)].some(([digits]) => Number(digits) === number)) return true
  for (const [, head, tail] of text.matchAll(thousands)) {
    if (Number(head) * 1000 + Number(tail ?? 0) === number) return true
  }
  const words = text.split(/[^\p{L}\p{N}]+/u)
  return words.some((word) => smallNumberWords.get(word) === number) || englishNumbers(words).includes(number)
}

/** Eastern digits become 0-9; separators of thousands (comma, dot, apostrophe, any space) disappear. */
function toPlainDigits(text: string): string {
  return text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(
      /(?<!\d)(\d{1,3})((?:[.,'’\s]\d{3})+)(?!\d)/g,
      (_, head: string, rest: string) => head + rest.replace(/\D/g, ''),
    )
}

/** The numbers a run of English words says: ["two", "hundred", "and", "three"] is 203. */
function englishNumbers(words: string[]): number[] {
  const found: number[] = []
  let total: number | null = null
  let part = 0
  for (const word of [...words, '.']) {
    const value = small.get(word) ?? tens.get(word)
    if (value !== undefined) {
      part += value
      total ??= 0
    } else if (word === 'hundred') {
      part = Math.max(part, 1) * 100
      total ??= 0
    } else if (word === 'thousand') {
      total = (total ?? 0) + Math.max(part, 1) * 1000
      part = 0
    } else if (word !== 'and' || part < 100) {
      if (total !== null) found.push(total + part)
      total = null
      part = 0
    }
  }
  return found
}
