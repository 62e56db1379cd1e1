import type { NumberInText } from '@/domain/quantity/numbers-in-text'

/** Whole names and abbreviations, so that "64 separated families" is no day of September. */
const months = `(?:${[
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?',
  'янв(?:аря|арь)?|фев(?:раля|раль)?|марта?|апр(?:еля|ель)?|ма[йя]|июн[ья]|июл[ья]|авг(?:уста?)?|сен(?:т(?:ября|ябрь)?)?|окт(?:ября|ябрь)?|ноя(?:бря|брь)?|дек(?:абря|абрь)?',
  '(?:հունվար|փետրվար|մարտ|ապրիլ|մայիս|հունիս|հուլիս|օգոստոս|սեպտեմբեր|հոկտեմբեր|նոյեմբեր|դեկտեմբեր)(?:ի|ին|ից|ը)?',
  'يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر',
  '(?:ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık)',
  '(?:de )?(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)',
].join('|')})(?!\\p{L})`

const pattern = (source: string) => new RegExp(source, 'iu')

const space = '[\\s\\u00a0]'
/** Written behind a number that counts no people or objects: a day, a time, a share, an age, money, a measure, an ordinal, a street. */
const after = [
  // A month's name makes it a day: "19 September", "1–2 October".
  pattern(`^(?:${space}*[-–]${space}*\\d{1,2})?(?:st|nd|rd|th|-го|-ի)?${space}+(?:of ${space}*)?${months}`),
  pattern('^[:.]\\d{2}(?!\\d)'),
  pattern(`^${space}*(?:a\\.?m\\b|p\\.?m\\b|o['’]clock|gmt\\b|utc\\b|hrs\\b|часов утра|часов вечера|утра\\b)`),
  pattern(
    `^${space}*-?${space}*(?:%|per ?cents?(?!\\p{L})|percentage|процент|տոկոս|بالمئة|بالمائة|في المئة|في المائة|por ciento|prozent|pour cent)`,
  ),
  pattern('^(?:-|[\\s\\u00a0])(?:year|month|week|day|hour|minute)s?-(?:old|long)'),
  pattern(`^${space}+(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?)(?!\\p{L})(?!${space}+of${space}+age)`),
  pattern(
    `^(?:-|${space}+)(?:лет|год|месяц|недел|дн[яей]|день|сут|час|минут|секунд|տարեկան|տարի|ամիս|օր(?!\\p{L})|ժամ|րոպե|عام|سنة|سنوات|أشهر|شهر|أيام|يوم|ساعة|ساعات|دقيقة)`,
  ),
  pattern(
    `^(?:-|${space}*)(?:km²?|kms|kilomet|met(?:er|re)s?|m²|mm|cm|miles?|feet|ft|tons?|tonnes?|kg|kilo|lit(?:er|re)s?|hectares?|acres?|degrees?|km/h|км|метр|тонн|кг|литр|гектар|կմ|մետր|տոննա|كيلومتر|كلم|متر|طن)(?!\\p{L}*people)(?![\\p{L}])`,
  ),
  pattern(`^(?:-|${space}*)(?:километр|метров|километров|тонны|тонн)`),
  pattern(
    `^(?:${space}+\\p{L}+)?${space}*(?:\\$|€|£|₽|dollars?|euros?|pounds?|rubles?|roubles?|liras?|lira|drams?|usd|eur|руб|доллар|евро|драм|դոլար|դրամ|دولار|يورو)(?!\\p{L}{4})`,
  ),
  pattern('^(?:st|nd|rd|th)(?!\\p{L})'),
  pattern('^-?(?:storey|story|stories|mm\\b|caliber|calibre)'),
  // A decimal, a version, a day in figures: "19.09.2023", "3/4".
  pattern('^[./]\\d'),
]
/** Before one or two digits: "October 7". */
const monthBefore = pattern(`(?:^|[^\\p{L}])${months}\\.?${space}+$`)
const before = [
  pattern('\\d[:.]$'),
  pattern('\\d/$'),
  // A name with a number in it: "Kh-22", "COVID-19", "S300".
  pattern('[\\p{L}](?:[-–])?$'),
  pattern(`[$€£₽]${space}*$`),
  pattern(
    `(?:^|[^\\p{L}])(?:aged?|magnitude(?: of)?|no\\.|number|nr\\.|№|article|resolution|room|school|route|highway|flight|page|chapter|section|протокол|стать[яие]|школ[аы] №|возраст[ае]? (?:от )?)${space}*$`,
  ),
]

const yearBefore = pattern(
  `(?:^|[^\\p{L}])(?:in|since|of|by|until|till|from|before|after|during|year|early|late|mid|the|end of|в|с|до|после|года?|к|թ|عام|سنة|منذ|en|desde|seit|im jahr|${months})[.,]?(?:${space}+\\d{1,2},?)?${space}*[-–]?$`,
)
const yearAfter = pattern(`^(?:${space}*(?:[-–]${space}*\\d{4}|год|г\\.|թ|թվական|[.,;:)!?»”"]|$))`)

/** Four bare digits of this or the last century, in a place where a year stands: "in 2023", "19 September 2023". */
function isYear(text: string, { value, start, end }: NumberInText): boolean {
  if (!(value >= 1900 && value < 2100) || end - start !== 4) return false
  return yearBefore.test(text.slice(Math.max(0, start - 24), start)) || yearAfter.test(text.slice(end, end + 12))
}

/**
 * Whether a number of a text can be a count of people or things. Years, days, times of the clock, shares, ages, money, measures,
 * ordinals and numbers in names are none (English, Russian, Armenian, Arabic; what others share with them).
 */
export function isCount(text: string, number: NumberInText): boolean {
  if (!Number.isInteger(number.value) || isYear(text, number)) return false
  const behind = text.slice(number.end, number.end + 40)
  const ahead = text.slice(Math.max(0, number.start - 40), number.start)
  const isDay = /^\d{1,2}$/.test(text.slice(number.start, number.end)) && monthBefore.test(ahead)
  return !isDay && !after.some((sign) => sign.test(behind)) && !before.some((sign) => sign.test(ahead))
}
