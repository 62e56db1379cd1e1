const replacement = '\u25a1'
/**
 * What needs a closer look: stretches outside the scripts and signs that the first families set as they stand, with the letter before them,
 * which a combining mark may belong to.
 */
const unusual =
  /[\s\S]?[^\n -~\u00a0-\u00ac\u00ae-\u024f\u0400-\u045f\u0531-\u0556\u0561-\u0587\u0621-\u064a\u0660-\u0669\u2010-\u2026\u202f\u2030\u2039\u203a]+/gu
/** Zero-width characters and direction marks: they have no glyph and need none. */
const invisible = /^[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069]$/u
const controls = /[\p{Cc}\p{Cs}\u2028\u2029]+/gu
/** Longer runs without a place to break would leave a narrow column. Typst breaks addresses by itself. */
const longToken = /(?:^|(?<=\s))(?!https?:\/\/)[^\s\u200b]{25,}/gu
const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

/**
 * Text as the shipped fonts can set it: characters that none of them holds become an empty box (PDF/UA forbids missing glyphs), control
 * characters a space, and unbroken runs of 25 characters or more get invisible places to break.
 */
export function makePrintable(text: string, coverage: Set<number>[]): string {
  const clean = text.normalize('NFC').replace(controls, ' ')
  return replaceMissingGlyphs(clean, coverage).replace(longToken, (token) => token.replace(/.{12}(?=.)/gu, '$&\u200b'))
}

/** The same for the text inside an SVG, where nothing may be inserted. */
export function replaceMissingGlyphs(text: string, coverage: Set<number>[]): string {
  return text.replace(unusual, (stretch) =>
    Array.from(segmenter.segment(stretch), ({ segment }) => setCluster(segment, coverage)).join(''),
  )
}

/** A letter and its marks must come from one font: marks that do not are left out, and what no font has is replaced. */
function setCluster(cluster: string, coverage: Set<number>[]): string {
  const characters = [...cluster].filter((character) => !/\p{Variation_Selector}/u.test(character))
  const visible = characters.filter((character) => !invisible.test(character))
  const holds = (font: Set<number>, character: string) => font.has(character.codePointAt(0) ?? 0)
  if (coverage.some((font) => visible.every((character) => holds(font, character)))) return characters.join('')
  const letters = visible.filter((character) => !/\p{M}/u.test(character))
  const known = letters.filter((letter) => coverage.some((font) => holds(font, letter)))
  return known.length === letters.length && known.length > 0 ? known.join('') : replacement
}
