import type { Unit } from '@/domain/indicator/indicator'

/** What the noun behind a number counts, by stems; the first that fits. Persons are told by the words of `population-words.ts`. */
const unitStems: [unit: Unit, pattern: RegExp][] = [
  [
    'households',
    /^(?:households?|famil(?:y|ies)|сем(?:ья|ьи|ей|ьям)|домохозяйств|ընտանիք|(?:أسرة|أسر|عائلة|عائلات)|aile|familias?|hogares|familles?|ménages|familien?|famiglie)/iu,
  ],
  [
    'settlements',
    /^(?:settlements?|villages?|towns?|communities|cities|сёл|сел[оаь]?$|деревень|деревн|населённ|населенн|посёлк|поселк|բնակավայր|գյուղ|(?:قرية|قرى|بلدة|بلدات)|köy|aldeas?|pueblos|villaggi|dörfer)/iu,
  ],
  [
    'complaints',
    /^(?:complaints?|applications?|petitions?|appeals?|жалоб|обращени|заявлени|բողոք|դիմում|(?:شكوى|شكاوى)|quejas|denuncias|plaintes)/iu,
  ],
  [
    'objects',
    /^(?:homes?|houses?|buildings?|apartments?|schools?|hospitals?|facilit(?:y|ies)|objects?|shelters?|дом(?:а|ов)?$|здани|квартир|школ|больниц|объект|տուն|տներ|շենք|բնակարան|դպրոց|հիվանդանոց|օբյեկտ|(?:منزل|منازل|مبنى|مباني|مدرسة|مدارس|مستشفى))/iu,
  ],
]

/** The unit a word counts in, or null where it does not tell. */
export function unitOfWord(word: string): Unit | null {
  return unitStems.find(([, stem]) => stem.test(word))?.[0] ?? null
}
