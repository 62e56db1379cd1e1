import type { ChartWords } from '@/domain/chart/words/chart-words'
import { makePlural } from '@/domain/wording/plural'

const plural = makePlural('ru')
const hoursForms = { one: 'час', few: 'часа', other: 'часов' }
const ofCount = (count: number, one: string, many: string) => `${count} ${plural(count, { one, other: many })}`

export const chartWordsRu: ChartWords = {
  qualifiers: {
    exact: (number) => number,
    'at-least': (number) => `не менее ${number}`,
    'more-than': (number) => `более ${number}`,
    'at-most': (number) => `не более ${number}`,
    'fewer-than': (number) => `менее ${number}`,
    about: (number) => `около ${number}`,
  },
  between: (low, high) => `${low}–${high}`,
  noFigure: 'Число не сообщалось',
  subject: (_, label) => label,
  passed: (subject, threshold, day) => `${subject}: превышено число ${threshold}, ${day}`,
  rose: (subject, first, last, when) => `${subject}: было ${first}, стало ${last} ${when}`,
  fell: (subject, first, last, when) => `${subject}: было ${first}, стало ${last} ${when}`,
  stated: (subject, value, when) => `${subject}: ${value} на ${when}`,
  accordingTo: (claimant, finding) => `${claimant}. ${finding}`,
  relaysDiffer: (subject, values) => `${subject}: ${values} – изложения одного заявления расходятся`,
  highestDay: (subject, value, day) => `${subject}: больше всего за день – ${value}, ${day}`,
  highestInterval: (subject, value, span) => `${subject}: больше всего за промежуток – ${value}, ${span}`,
  inHours: (hours) => `за ${hours} ${plural(hours, hoursForms)}`,
  fromTo: (first, last, firstDay) => (first === last ? `в день ${first}` : `с ${firstDay ?? first} по ${last}`),
  flowOf: (claimant) => `Прирост между двумя заявлениями, рассчитан по нарастающим итогам: ${claimant}`,
  flowAsPublished: 'Потоки, как их опубликовали источники',
  footnote: (asOf, knownAt) =>
    knownAt ? `По состоянию на ${asOf}, известно на ${knownAt}.` : `По состоянию на ${asOf}.`,
  earlier: 'более раннее',
  derivedFrom: (arithmetic) => `рассчитано: ${arithmetic}`,
  totalFell: (before, after) => `итог снизился: было ${before}, стало ${after}`,
  corrected: (before, after) => (after ? `исправлено: было ${before}, стало ${after}` : `отозвано: ${before}`),
  lineWithClaimant: (line, claimant) => `${line}, ${claimant}`,
  legend: {
    open: 'стрелка вверх: не менее этого числа или более; стрелка вниз: не более или менее',
    contested: 'ромб: оспорено другим источником',
    differing: 'пустые ромбы: изложения одного заявления расходятся, не разрешено',
    earlier: 'точечная линия: заменено более новым заявлением, вне диапазона',
    band: 'заливка: от наименьшей до наибольшей действующей позиции',
    whisker: 'тонкая линия перед знаком: время указано промежутком, знак стоит в его конце',
    irregular: 'штриховка: заявления около полуночи нет, столбец занимает свой настоящий промежуток',
    published: 'горизонтальная линия: поток, который опубликовал сам источник, за его период',
  },
  table: {
    asOf: 'По состоянию на',
    claimant: 'Кто сообщает',
    line: 'Подсчёт',
    value: 'Значение',
    remark: 'Примечание',
    span: 'Промежуток',
    kind: 'Вид',
    derived: 'разность двух нарастающих итогов, около полуночи',
    derivedIrregular: 'разность двух нарастающих итогов, настоящий промежуток',
    published: 'опубликовано источником',
    relaysDiffer: 'изложения одного заявления расходятся',
    contested: 'оспаривается',
    notDrawn: 'числа нет, на графике не показано',
    source: 'Источник',
  },
  alt: {
    steps: (subtitle, series, statements, from, to) =>
      `${subtitle}. Ступенчатый график из ${ofCount(series, 'линии', 'линий')} и ${ofCount(statements, 'заявления', 'заявлений')}, ${from} – ${to}.`,
    series: (label, first, firstAt, last, lastAt) => `${label}: от ${first} (${firstAt}) до ${last} (${lastAt}).`,
    single: (label, last, lastAt) => `${label}: ${last} (${lastAt}).`,
    bars: (subtitle, bars, from, to) =>
      `${subtitle}. Столбчатый график из ${ofCount(bars, 'промежутка', 'промежутков')}, ${from} – ${to}.`,
    highest: (value, span) => `Самый высокий столбец: ${value}, ${span}.`,
  },
}
