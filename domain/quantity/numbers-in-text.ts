/** A number found in a text: its value and where it stands (character offsets). */
export interface NumberInText {
  value: number
  start: number
  end: number
}

const small: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  a: 1,
  an: 1,
  ein: 1,
  eine: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
  elf: 11,
  zwölf: 12,
  один: 1,
  одна: 1,
  два: 2,
  две: 2,
  двое: 2,
  три: 3,
  трое: 3,
  двух: 2,
  двумя: 2,
  трёх: 3,
  трех: 3,
  четырёх: 4,
  четырех: 4,
  пяти: 5,
  шести: 6,
  семи: 7,
  восьми: 8,
  девяти: 9,
  десяти: 10,
  четыре: 4,
  четверо: 4,
  четирима: 4,
  пять: 5,
  пятеро: 5,
  шесть: 6,
  шестеро: 6,
  семь: 7,
  семеро: 7,
  восемь: 8,
  девять: 9,
  десять: 10,
  uno: 1,
  una: 1,
  un: 1,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  seis: 6,
  siete: 7,
  ocho: 8,
  nueve: 9,
  diez: 10,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  մեկ: 1,
  երկու: 2,
  երեք: 3,
  չորս: 4,
  հինգ: 5,
  վեց: 6,
  յոթ: 7,
  ութ: 8,
  ինը: 9,
  տասը: 10,
}
const multipliers: Record<string, number> = {
  hundred: 100,
  thousand: 1000,
  million: 1_000_000,
  тысяч: 1000,
  тысячи: 1000,
  тысяча: 1000,
  тыс: 1000,
  тисяч: 1000,
  тисячі: 1000,
  tausend: 1000,
  mil: 1000,
  mille: 1000,
  mila: 1000,
  ألف: 1000,
  آلاف: 1000,
  bin: 1000,
  հազար: 1000,
  хиляди: 1000,
}

const numeral = String.raw`[0-9٠-٩۰-۹]{1,3}(?:[.,’'\u00a0\u202f\u2009 ٬][0-9٠-٩۰-۹]{3})+(?![0-9٠-٩۰-۹])|[0-9٠-٩۰-۹]+(?:[.,٫][0-9٠-٩۰-۹]+)?`
const token = new RegExp(`(${numeral})|([\\p{L}]+(?:-[\\p{L}]+)?)`, 'gu')

/** The value of a numeral as people write it: "10,000", "42.500", "100 417", "1,5", Arabic digits. */
function readNumeral(text: string): number {
  const latin = text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
  const isGrouped = /^\d{1,3}([.,’'\s٬]\d{3})+$/.test(latin)
  return isGrouped ? Number(latin.replace(/\D/g, '')) : Number(latin.replace(/[,٫]/, '.'))
}

function readWord(text: string): number | null {
  const word = text.toLowerCase()
  if (small[word] !== undefined && word.length > 2) return small[word]
  const [tens = '', ones = ''] = word.split('-')
  return small[tens] !== undefined && small[ones] !== undefined ? (small[tens] ?? 0) + (small[ones] ?? 0) : null
}

/**
 * The numbers in a text, in digits of any of the supported scripts or in simple words, multipliers taken in ("19 тисяч" is 19,000, "1,5
 * тыс." is 1,500). Dates and times are numbers too: what a number counts is not judged here.
 */
export function findNumbers(text: string): NumberInText[] {
  const found: NumberInText[] = []
  for (const match of text.matchAll(token)) {
    const [whole, digits, word = ''] = match
    const start = match.index
    const end = start + whole.length
    const last = found.at(-1)
    const multiplier = multipliers[word.toLowerCase()]
    if (multiplier && last && /^[\s.]*$/.test(text.slice(last.end, start))) {
      found[found.length - 1] = { value: Math.round(last.value * multiplier), start: last.start, end }
      continue
    }
    const value = digits ? readNumeral(digits) : readWord(word)
    if (value !== null) found.push({ value, start, end })
  }
  return found
}
