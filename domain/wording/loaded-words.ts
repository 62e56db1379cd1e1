import type { Locale } from '@/domain/viewpoint/viewpoint'

/** A word that takes a side or a legal position, with neutral words offered in its place, and why. */
export interface LoadedWord {
  /** Small letters; several words stand with single spaces. `*` at the end: with any ending. */
  word: string
  offer: string
  why: string
}

/** A loaded word found in a text: its stretch by UTF-16 offsets, `end` after its last letter. */
export interface FoundLoadedWord {
  word: string
  start: number
  end: number
  offer: string
  why: string
}

const why = {
  label: 'A label by one side, not a description.',
  blame: 'Says who is to blame; the report says who stated what.',
  praise: 'Praises the dead of one side.',
  outcome: 'Takes a side on whose land it is.',
  legal: 'A legal term: people who crossed a border are not internally displaced.',
  crime: 'A legal finding that a court makes; attribute it to who stated it.',
  only: 'Makes a number smaller or larger than it is.',
} as const

/** By language: what warns, whatever the crisis. */
const lists: Record<Locale, LoadedWord[]> = {
  en: [
    { word: 'terrorist*', offer: 'armed group, or the name it is known by', why: why.label },
    { word: 'separatist*', offer: 'de facto authorities', why: why.label },
    { word: 'saboteur*', offer: 'armed person', why: why.label },
    { word: 'militant*', offer: 'member of an armed group', why: why.label },
    { word: 'martyr*', offer: 'person killed', why: why.praise },
    { word: 'hero', offer: 'person', why: why.praise },
    { word: 'heroes', offer: 'people', why: why.praise },
    { word: 'heroic*', offer: 'leave it out', why: why.praise },
    { word: 'liberat*', offer: 'taken control of', why: why.outcome },
    { word: 'occupied', offer: 'under the control of', why: why.outcome },
    { word: 'occupation', offer: 'control', why: why.outcome },
    { word: 'occupier*', offer: 'forces of', why: why.outcome },
    { word: 'regime', offer: 'authorities, government', why: why.label },
    { word: 'regimes', offer: 'authorities, governments', why: why.label },
    { word: 'puppet*', offer: 'de facto authorities', why: why.label },
    { word: 'enemy', offer: 'the other side', why: why.label },
    { word: 'enemies', offer: 'the other side', why: why.label },
    { word: 'aggressor*', offer: 'the name of the party', why: why.blame },
    { word: 'genocid*', offer: 'what was stated, with who stated it', why: why.crime },
    { word: 'ethnic cleansing', offer: 'what was stated, with who stated it', why: why.crime },
    { word: 'idps', offer: 'people who crossed the border, refugees', why: why.legal },
    { word: 'so-called', offer: 'de facto', why: why.label },
    { word: 'only', offer: 'leave it out', why: why.only },
    { word: 'massive*', offer: 'leave it out', why: why.only },
  ],
  hy: [
    { word: 'ահաբեկիչ*', offer: 'զինված խումբ կամ նրա անվանումը', why: why.label },
    { word: 'անջատական*', offer: 'դե ֆակտո իշխանություններ', why: why.label },
    { word: 'դիվերսանտ*', offer: 'զինված անձ', why: why.label },
    { word: 'նահատակ*', offer: 'զոհված անձ', why: why.praise },
    { word: 'հերոս*', offer: 'անձ', why: why.praise },
    { word: 'ազատագր*', offer: 'վերահսկողության տակ անցած', why: why.outcome },
    { word: 'օկուպ*', offer: 'վերահսկողության տակ գտնվող', why: why.outcome },
    { word: 'բռնազավթ*', offer: 'վերահսկողության տակ գտնվող', why: why.outcome },
    { word: 'վարչակարգ*', offer: 'իշխանություններ', why: why.label },
    { word: 'ռեժիմ*', offer: 'իշխանություններ', why: why.label },
    { word: 'թշնամ*', offer: 'մյուս կողմը', why: why.label },
    { word: 'հակառակորդ*', offer: 'մյուս կողմը', why: why.label },
    { word: 'ագրեսոր*', offer: 'կողմի անվանումը', why: why.blame },
    { word: 'ցեղասպան*', offer: 'ասվածը՝ ասողի անունով', why: why.crime },
    { word: 'էթնիկ զտում*', offer: 'ասվածը՝ ասողի անունով', why: why.crime },
    { word: 'ներքին տեղահանված*', offer: 'սահմանն անցած մարդիկ, փախստականներ', why: why.legal },
    { word: 'այսպես կոչված', offer: 'դե ֆակտո', why: why.label },
    { word: 'ընդամենը', offer: 'բաց թողնել', why: why.only },
    { word: 'միայն', offer: 'բաց թողնել', why: why.only },
  ],
  ru: [
    { word: 'террорист*', offer: 'вооружённая группа или её название', why: why.label },
    { word: 'сепаратист*', offer: 'власти де-факто', why: why.label },
    { word: 'диверсант*', offer: 'вооружённый человек', why: why.label },
    { word: 'боевик*', offer: 'член вооружённой группы', why: why.label },
    { word: 'мученик*', offer: 'погибший', why: why.praise },
    { word: 'шехид*', offer: 'погибший', why: why.praise },
    { word: 'герой', offer: 'человек', why: why.praise },
    { word: 'герои', offer: 'люди', why: why.praise },
    ...['героя', 'герою', 'героем', 'героев', 'героям', 'героями', 'героях'].map((word) => ({
      word,
      offer: 'человек',
      why: why.praise,
    })),
    { word: 'геройск*', offer: 'убрать', why: why.praise },
    { word: 'освобожд*', offer: 'перешёл под контроль', why: why.outcome },
    { word: 'освободи*', offer: 'взять под контроль', why: why.outcome },
    { word: 'оккуп*', offer: 'под контролем', why: why.outcome },
    { word: 'режим*', offer: 'власти, правительство', why: why.label },
    { word: 'марионет*', offer: 'власти де-факто', why: why.label },
    { word: 'враг*', offer: 'другая сторона', why: why.label },
    { word: 'агрессор*', offer: 'название стороны', why: why.blame },
    { word: 'геноцид*', offer: 'сказанное, с указанием источника', why: why.crime },
    { word: 'этническ* чистк*', offer: 'сказанное, с указанием источника', why: why.crime },
    { word: 'впл', offer: 'люди, перешедшие границу, беженцы', why: why.legal },
    { word: 'внутренне перемещённ* лиц*', offer: 'люди, перешедшие границу, беженцы', why: why.legal },
    { word: 'так называем*', offer: 'де-факто', why: why.label },
    { word: 'всего лишь', offer: 'убрать', why: why.only },
    { word: 'только', offer: 'убрать', why: why.only },
  ],
  ar: [
    { word: 'إرهابي*', offer: 'جماعة مسلحة أو اسمها', why: why.label },
    { word: 'انفصالي*', offer: 'سلطات الأمر الواقع', why: why.label },
    { word: 'مخرب*', offer: 'شخص مسلح', why: why.label },
    { word: 'شهيد*', offer: 'قتيل', why: why.praise },
    { word: 'شهداء', offer: 'قتلى', why: why.praise },
    { word: 'استشهد*', offer: 'قُتل', why: why.praise },
    { word: 'بطل', offer: 'شخص', why: why.praise },
    { word: 'أبطال', offer: 'أشخاص', why: why.praise },
    { word: 'تحرير', offer: 'السيطرة على', why: why.outcome },
    { word: 'محرر*', offer: 'تحت سيطرة', why: why.outcome },
    { word: 'محتل*', offer: 'تحت سيطرة', why: why.outcome },
    { word: 'احتلال', offer: 'سيطرة', why: why.outcome },
    { word: 'نظام', offer: 'السلطات، الحكومة', why: why.label },
    { word: 'عدو', offer: 'الطرف الآخر', why: why.label },
    { word: 'معتد*', offer: 'اسم الطرف', why: why.blame },
    { word: 'إبادة جماعية', offer: 'ما قيل مع ذكر قائله', why: why.crime },
    { word: 'تطهير عرقي', offer: 'ما قيل مع ذكر قائله', why: why.crime },
    { word: 'نازحون داخليا', offer: 'أشخاص عبروا الحدود، لاجئون', why: why.legal },
    { word: 'نازحين داخليا', offer: 'أشخاص عبروا الحدود، لاجئين', why: why.legal },
    { word: 'فقط', offer: 'تُحذف', why: why.only },
  ],
}

/** Conjunctions, prepositions and the article, which Arabic writes before a word without a space. */
const arabicPrefix = '(?:[وف]?(?:لل|[بكل]?ال|[بكل])?)'
/** Signs of vowels and length, which may stand anywhere in an Arabic word, and the mark of stress in an Armenian one. */
const written: Record<Locale, { marks: string; prefix: string }> = {
  en: { marks: '', prefix: '' },
  hy: { marks: '[՛՜՞]?', prefix: '' },
  ru: { marks: '\\u0301?', prefix: '' },
  ar: { marks: '[\\u064b-\\u065f\\u0670\\u0640]*', prefix: arabicPrefix },
}

const escapeLetter = (letter: string) => letter.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A word as a pattern: "ё" is often written "е", and a hamza or madda is often left out. */
function patternOf(word: string, locale: Locale): RegExp {
  const { marks, prefix } = written[locale]
  const letters: Record<string, string> = { ё: '[её]', أ: '[أا]', إ: '[إا]', آ: '[آا]' }
  const parts = word.split(' ').map((part) => {
    const stem = [...part.replace(/\*$/, '')]
      .map((letter) => (letters[letter] ?? escapeLetter(letter)) + marks)
      .join('')
    return `${prefix}${stem}${part.endsWith('*') ? '[\\p{L}\\p{M}]*' : ''}`
  })
  return new RegExp(`(?<![\\p{L}\\p{M}])${parts.join('\\s+')}(?![\\p{L}\\p{M}])`, 'giu')
}

const patterns = new Map<string, RegExp>()

function findWord(text: string, loaded: LoadedWord, locale: Locale): FoundLoadedWord[] {
  const key = `${locale} ${loaded.word}`
  const pattern = patterns.get(key) ?? patternOf(loaded.word, locale)
  patterns.set(key, pattern)
  return [...text.matchAll(pattern)].map(({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
    offer: loaded.offer,
    why: loaded.why,
  }))
}

/**
 * Words of a text that take a side, in the order of the text, each with neutral words to put in their place: those of the language's list
 * and the crisis's own. Quotes are the claimant's own words and not for this. Section 8 of the domain.
 */
export function findLoadedWords(
  text: string,
  locale: Locale,
  crisisWords: readonly LoadedWord[] = [],
): FoundLoadedWord[] {
  const found = [...crisisWords, ...lists[locale]].flatMap((loaded) => findWord(text, loaded, locale))
  const ordered = found.sort((a, b) => a.start - b.start || b.end - a.end)
  // Where two entries meet, the longer one that begins first is told; of equals the crisis's own.
  return ordered.filter((one, index) => ordered.slice(0, index).every((earlier) => earlier.end <= one.start))
}
