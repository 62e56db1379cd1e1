// Bytes to text. Plain JavaScript, because the thread that reads documents loads it on Node 20 without a build.

/** Encodings of one byte a sign that are tried where the bytes are not UTF-8, with the letters that speak for each. */
const candidates = [
  {
    encoding: 'windows-1251',
    letters: /[а-яёіїєґ]/gi,
    words: /(?<![\p{L}])[\u0400-\u042f]?[\u0430-\u045f]{2,}(?![\p{L}])/gu,
  },
  { encoding: 'koi8-r', letters: /[а-яё]/gi, words: /(?<![\p{L}])[\u0400-\u042f]?[\u0430-\u045f]{2,}(?![\p{L}])/gu },
  {
    encoding: 'iso-8859-5',
    letters: /[а-яё]/gi,
    words: /(?<![\p{L}])[\u0400-\u042f]?[\u0430-\u045f]{2,}(?![\p{L}])/gu,
  },
  { encoding: 'windows-1256', letters: /[\u0620-\u064a]/g, words: /(?<![\p{L}])[\u0620-\u064a]{2,}(?![\p{L}])/gu },
  { encoding: 'iso-8859-6', letters: /[\u0620-\u064a]/g, words: /(?<![\p{L}])[\u0620-\u064a]{2,}(?![\p{L}])/gu },
  { encoding: 'windows-1254', letters: /[ğışİĞŞ]/g, words: /[a-zçöü]+[ğış][a-zçğıöşü]*/giu },
]
/** What Latin texts in one byte a sign are nearly always in; a superset of ISO-8859-1. */
const western = 'windows-1252'

const byteOrderMarks = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]

/** The charset that the file or its sender names, if TextDecoder knows it; null else. */
function knownEncoding(label) {
  if (!label) return null
  try {
    return new TextDecoder(label.trim()).encoding
  } catch {
    return null
  }
}

/** UTF-16 without a mark shows by its zeros: of Latin letters every other byte is one. */
function guessUtf16(bytes) {
  const sample = bytes.subarray(0, 4000)
  let even = 0
  let odd = 0
  for (let index = 0; index < sample.length; index++) {
    if (sample[index] !== 0) continue
    if (index % 2 === 0) even++
    else odd++
  }
  const few = sample.length / 10
  if (odd > few && even < few / 5) return 'utf-16le'
  if (even > few && odd < few / 5) return 'utf-16be'
  return null
}

/** 0x80 to 0x9f of windows-1252, which Node's decoder leaves as control signs; blanks are not assigned. */
const westernSigns = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'

function decode(bytes, encoding, options) {
  const text = new TextDecoder(encoding, options).decode(bytes)
  if (encoding !== western) return text
  return text.replace(/[\u0080-\u009f]/g, (sign) => westernSigns[sign.charCodeAt(0) - 0x80] ?? sign)
}

function tryDecode(bytes, encoding) {
  try {
    return decode(bytes, encoding, { fatal: true })
  } catch {
    return null
  }
}

/** Chooses among the encodings of one byte a sign by how many whole words of its script the text shows. */
function guessOneByte(bytes) {
  const sample = bytes.subarray(0, 50_000)
  const high = sample.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0)
  let best = { encoding: western, score: 0 }
  for (const { encoding, letters, words } of candidates) {
    const text = tryDecode(sample, encoding)
    if (text === null) continue
    const inWords = (text.match(words) ?? []).reduce((sum, word) => sum + (word.match(letters)?.length ?? 0), 0)
    // Most signs above ASCII must be letters of the script, in words: else it is Latin with accents.
    if (inWords > high * 0.6 && inWords > best.score) best = { encoding, score: inWords }
  }
  return best.encoding
}

/**
 * The text of bytes: by its byte order mark, else UTF-8 where it is valid, else the charset named (`declared`), else guessed.
 * `isGuessed`: the encoding is a guess a person should look at.
 */
export function decodeText(bytes, declared) {
  for (const [mark, encoding] of byteOrderMarks) {
    if (mark.every((byte, index) => bytes[index] === byte)) {
      return { text: new TextDecoder(encoding).decode(bytes), encoding, isGuessed: false }
    }
  }
  const utf16 = guessUtf16(bytes)
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), encoding: utf16, isGuessed: false }
  const utf8 = tryDecode(bytes, 'utf-8')
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', isGuessed: false }
  // Not UTF-8, whatever was said of it.
  const named = knownEncoding(declared)
  const encoding = named && !named.startsWith('utf-') ? named : guessOneByte(bytes)
  return { text: decode(bytes, encoding), encoding, isGuessed: named !== encoding }
}

const isControl = (code) =>
  (code < 0x20 && ![0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1b].includes(code)) ||
  (code >= 0x7f && code < 0xa0 && code !== 0x85) ||
  code === 0xfffd

/** Whether a text holds more control signs than any writing does: then its bytes were no text. */
export function isGarbled(text) {
  const sample = text.slice(0, 100_000)
  let controls = 0
  for (let index = 0; index < sample.length; index++) if (isControl(sample.charCodeAt(index))) controls++
  return controls > Math.max(3, sample.length / 200)
}
