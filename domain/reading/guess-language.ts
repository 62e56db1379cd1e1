/** Short words that are common in one language and rare in the others written in the same script. */
const commonWords: Record<string, string[]> = {
  en: ['the', 'of', 'and', 'to', 'that', 'were', 'was', 'said', 'for', 'have', 'with'],
  de: ['der', 'die', 'und', 'das', 'ist', 'nicht', 'mit', 'wurden', 'von', 'den', 'auf'],
  fr: ['le', 'les', 'des', 'et', 'est', 'dans', 'du', 'une', 'que', 'pour', 'ont'],
  es: ['el', 'los', 'las', 'que', 'por', 'una', 'con', 'del', 'más', 'han', 'según'],
  it: ['il', 'gli', 'che', 'di', 'una', 'sono', 'della', 'nel', 'per', 'dei', 'alla'],
  tr: ['ve', 'bir', 'için', 'olarak', 'ile', 'olan', 'bu', 'olduğu', 'tarafından', 'sayısı'],
  ru: ['и', 'в', 'на', 'что', 'по', 'не', 'из', 'были', 'человек', 'как', 'это'],
  uk: ['і', 'та', 'що', 'на', 'не', 'це', 'які', 'було', 'від', 'про', 'осіб'],
  bg: ['и', 'на', 'се', 'от', 'са', 'за', 'че', 'да', 'по', 'хора', 'беше'],
}
const scripts: [script: RegExp, languages: string[]][] = [
  [/\p{Script=Latin}/gu, ['en', 'de', 'fr', 'es', 'it', 'tr']],
  [/\p{Script=Cyrillic}/gu, ['ru', 'uk', 'bg']],
  [/\p{Script=Armenian}/gu, ['hy']],
  [/\p{Script=Arabic}/gu, ['ar']],
]
const sampleLength = 20_000

/** The language (BCP 47) a text seems to be in: by its script, then by its most common short words; null where neither tells. */
export function guessLanguage(text: string): string | null {
  const sample = text.slice(0, sampleLength)
  const [letters, languages] = scripts
    .map(([script, codes]): [number, string[]] => [sample.match(script)?.length ?? 0, codes])
    .reduce((most, next) => (next[0] > most[0] ? next : most))
  if (letters === 0) return null
  if (languages.length === 1) return languages[0] ?? null
  const words = new Map<string, number>()
  for (const [word] of sample.toLowerCase().matchAll(/\p{L}+/gu)) words.set(word, (words.get(word) ?? 0) + 1)
  const scored = languages
    .map((code) => ({
      code,
      score: (commonWords[code] ?? []).reduce((sum, word) => sum + (words.get(word) ?? 0), 0),
    }))
    .sort((a, b) => b.score - a.score)
  return scored[0] && scored[0].score > (scored[1]?.score ?? 0) ? scored[0].code : null
}
