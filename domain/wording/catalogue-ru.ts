import type { DisputeAspect } from '@/domain/figure/figure'
import type { Catalogue } from '@/domain/wording/catalogue-en'
import { wordCountedRu } from '@/domain/wording/counted/counted-ru'
import { inLargeUnits, type LargeUnit } from '@/domain/wording/large-units'
import type { PlaceLists } from '@/domain/wording/place-lists'
import { makePlural, type PluralForms } from '@/domain/wording/plural'
import { punctuationOf } from '@/domain/wording/punctuation'
import { withinSentence } from '@/domain/wording/within-sentence'

/*
 * Names keep their nominative: the ledger holds no cases of a name, so phrases are built that need none ("Нагорный Карабах → Армения",
 * "источник: ...").
 */

const plural = makePlural('ru')
const counted = (count: number, forms: PluralForms) => `${count} ${plural(count, forms)}`

/** Names that take a verb in the plural. */
const isPlural = (name: string) =>
  /^(власти|силы|войска|органы|представители|службы|СМИ|оппозиционные|медики)( |$)/iu.test(name)

const ages: Record<LargeUnit, PluralForms> = {
  day: { one: 'день', few: 'дня', other: 'дней' },
  month: { one: 'месяц', few: 'месяца', other: 'месяцев' },
  year: { one: 'год', few: 'года', other: 'лет' },
}
const relays: PluralForms = { one: 'изложение', few: 'изложения', other: 'изложений' }
const sources: PluralForms = { one: 'источник', few: 'источника', other: 'источников' }

const conjunction = new Intl.ListFormat('ru', { type: 'conjunction' })

const denied: Record<DisputeAspect, string> = {
  number: 'число оспорено',
  occurrence: 'факт отрицается',
  responsibility: 'ответственность отрицается',
  unspecified: 'утверждение отрицается',
}

export const catalogueRu: Catalogue = {
  ...punctuationOf('ru'),
  qualifiers: {
    exact: { before: '', after: '' },
    'at-least': { before: 'не менее', after: '' },
    'more-than': { before: 'более', after: '' },
    'at-most': { before: 'не более', after: '' },
    'fewer-than': { before: 'менее', after: '' },
    about: { before: 'около', after: '' },
    between: { before: '', after: '' },
    unquantified: { before: '', after: '' },
  },
  sentenceCase: (text) => text.charAt(0).toUpperCase() + text.slice(1),
  noFigure: 'число не сообщалось',
  or: 'или',
  ruleOrder: ', затем ',
  list: (items) => conjunction.format(items),
  counted: wordCountedRu,
  fromTo: (from, to) => `${from} → ${to}`,
  placed: (subject, { at, from, to }: PlaceLists, events) => {
    const way = from && to ? `${from} → ${to}` : from ? `откуда: ${from}` : to ? `куда: ${to}` : null
    const context = [at, way, events && withinSentence(events)].filter(Boolean).join('; ')
    return context ? `${subject} (${context})` : subject
  },
  stated: (claimant, asOf, rest, verb) => {
    const when = asOf ? `По состоянию на ${asOf}` : 'Время не указано'
    const [reports, states] = isPlural(claimant) ? ['сообщают', 'заявляют'] : ['сообщает', 'заявляет']
    return `${when}, ${claimant} ${verb === 'reported' ? reports : states}: ${rest}`
  },
  of: (whole) => `из них ${whole}`,
  part: (amounts, label, one) => one ?? `${label}: ${amounts}`,
  derived: (arithmetic) => `рассчитано: ${arithmetic}`,
  placeWithheld: (ancestor) => (ancestor ? `${ancestor} (точное место не раскрывается)` : 'место не раскрывается'),
  noneReported: (subject) => `Число не сообщалось: ${subject}.`,
  sourcesAgree: (subject) => `Данные источников совпадают. Предмет: ${subject}. Источники:`,
  sourcesCompatible: (subject) => `Данные источников не противоречат друг другу. Предмет: ${subject}. Источники:`,
  sourcesDiffer: (subject) => `Данные источников расходятся. Предмет: ${subject}. Источники:`,
  position: (claimant, quantity, asOf) => `${claimant} – ${quantity} (на ${asOf})`,
  relaysDiffer: (claimant, asOf, subject) =>
    `Одно заявление (источник: ${claimant}; на ${asOf}) передано с разными числами. Предмет: ${subject}. Числа:`,
  unresolved: 'какое из них верно, не установлено.',
  denied,
  denies: (claimant, aspect) => `${claimant}: ${denied[aspect]}`,
  deniedUnspecified: 'Что именно отрицается, не уточнено.',
  chips: {
    none: 'нет источника',
    single: 'один источник',
    agree: (count) => `${counted(count, sources)}, данные совпадают`,
    compatible: (count) => `${counted(count, sources)}, данные не противоречат друг другу`,
    differ: (range) => `данные источников расходятся: ${range}`,
    contested: 'оспаривается',
    relaysDiffer: (count) => `${counted(count, relays)} одного заявления расходятся; не разрешено`,
    denied: 'отрицается; что именно, не уточнено',
  },
  verification: {
    none: 'независимо не подтверждено',
    corroborated: 'подтверждено независимыми источниками',
    checked: (by, method) => `проверено (${by}): ${method}`,
  },
  rules: {
    resolved: 'решение редактора с записанной причиной',
    'preferred-sources': 'предпочтительный источник по этому кризису',
    range: 'диапазон всех действующих позиций',
    majority: 'значение, которое называет большинство источников',
    'most-recent': 'самая новая позиция',
  },
  since: (difference, when) => `${difference} с ${when}`,
  wasOn: (value, when) => `${when} было ${value}`,
  unchangedSince: (when) => `без изменений с ${when}`,
  daysOld: (days) => {
    const [count, unit] = inLargeUnits(days)
    return `давность: ${counted(count, ages[unit])}`
  },
  earlier: 'более ранний подсчёт',
  orderAssumed: 'порядок двух заявлений неизвестен; считается, что число не снижалось',
  relay: (publisher) => `в изложении: ${publisher}`,
  undated: 'без даты',
  endOfDay: (day) => `${day}, конец дня`,
  changes: {
    new: 'Новое',
    'revised-up': 'Пересмотрено вверх',
    'revised-down': 'Пересмотрено вниз',
    withdrawn: 'Отозвано',
    contested: 'Впервые оспорено',
    resolved: 'Разрешено',
    'gone-stale': 'Устарело',
  },
  lastCounted: (when) => `последний подсчёт: ${when}`,
  noChange: 'За этот период ни одно число не изменилось.',
  more: (count) => `и ещё ${count}; см. список данных.`,
  displacementNotes: 'Свидетельства о перемещении',
  notKnown: {
    noFigure: (subject) => `${subject}: число не сообщалось.`,
    noCountSince: (subject, when) => `${subject}: подсчётов нет с ${when}.`,
    unresolved: (subject) => `${subject}: изложения одного заявления расходятся, и пока никто не сказал, какое верно.`,
    open: (subject, quantity) => `${subject}: верхняя граница открыта (${quantity}).`,
    undated: (count) =>
      `${counted(count, { one: 'показатель', few: 'показателя', other: 'показателей' })} без даты: вне рядов и сводных значений.`,
  },
  sections: {
    highlights: 'Главное',
    overview: 'Обзор обстановки',
    'key-figures': 'Основные показатели',
    changes: 'Что изменилось с прошлого отчёта',
    casualties: 'Погибшие, раненые и пропавшие',
    displacement: 'Перемещение населения',
    ombudsman: 'Омбудсмен и другие источники',
    contested: 'Утверждается и отрицается',
    'not-known': 'Чего мы не знаем',
    needs: 'Потребности, меры и пробелы',
    access: 'Защита и доступ',
    chronology: 'Хронология',
    methodology: 'Методика и оговорки',
    contact: 'Контакты',
  },
  lintWords: {
    contested: /отриц|оспар|опроверг|не разреш|расход|разнятся|различа|сомне|отверг/iu,
    sum: /в общей сложности|вместе|суммарно|в сумме/iu,
  },
  sectorParts: { needs: 'Потребности:', response: 'Меры:', gaps: 'Пробелы:' },
  sectors: {
    'camp-coordination': 'Координация и управление лагерями',
    'early-recovery': 'Раннее восстановление',
    education: 'Образование',
    'emergency-telecommunications': 'Аварийная связь',
    'food-security': 'Продовольственная безопасность',
    health: 'Здравоохранение',
    logistics: 'Логистика',
    nutrition: 'Питание',
    protection: 'Защита',
    shelter: 'Временное жильё',
    'water-sanitation-hygiene': 'Водоснабжение, санитария и гигиена',
  },
  sources: 'Источники',
  thinned:
    'Показаны не все заявления: по каждому источнику самое новое и последнее в каждом из пяти отрезков времени. Все есть в списке данных.',
  columns: {
    what: 'Что подсчитано',
    claimant: 'Кто сообщает',
    figure: 'Число',
    asOf: 'По состоянию на',
    note: 'Примечание',
    event: 'Событие',
    when: 'Когда',
    ombudsman: 'Омбудсмен',
    others: 'Другие',
  },
  report: {
    'situation-report': (number) => `Отчёт о ситуации № ${number}`,
    'flash-update': (number) => `Экстренное сообщение № ${number}`,
    asOf: (when, zone) => `По состоянию на: ${when} (${zone})`,
    period: (from, to) => `период: ${from} – ${to}`,
    next: (when) => `следующий отчёт: ${when}`,
    expires: (when) => `действует до: ${when}`,
    reconstructed: 'Восстановлено по опубликованным источникам',
    exercise: 'Учение – вымышлено',
    fourEyesOff: 'Утверждено одним человеком: правило двух подписей отключено',
    noEvent: 'Без привязки к одному событию',
    reconstructedNote: 'Когда о чём-то стало известно, взято по дню публикации.',
  },
  groups: {
    casualties: 'Погибшие и пострадавшие',
    displacement: 'Перемещение населения',
    protection: 'Защита',
    ombudsman: 'Работа омбудсмена',
  },
  labels: {
    marks: 'Знаки на графиках:',
    page: 'Страница',
    of: 'из',
    content: 'SHA-256 содержания',
    audit: 'Вершина журнала до публикации',
    states: 'Утверждает',
    denies: 'Отрицает',
    relays: 'В изложении',
  },
  methodology: (policy) => [
    'Каждое число – это слова одного источника: о ком, где, как подсчитано, на какой момент и где это можно прочитать. Числа разных источников не складываются, средних нет.',
    `Сводное значение выбирается по правилам в таком порядке: ${policy}. Если источники расходятся, показан диапазон от наименьшей до наибольшей действующей позиции.`,
    'Нарастающие итоги, численность на момент и потоки не смешиваются. «Не менее» и «более» открыты вверх и отмечены стрелкой. «Число не сообщалось» – это не ноль.',
    'Нарастающий итог, который старше самого нового больше чем на окно показателя и не выше его, показан как более ранний и не входит в диапазон и сопоставление.',
  ],
  publicLimits: {
    coarsened: (level) =>
      `Места мельче, чем ${level}, показаны публике как то, в чём они находятся, с пометкой «точное место не раскрывается».`,
    suppressed: (below) =>
      `Числа меньше ${below} в таких местах публике не показаны, как и числа, из которых их можно вычислить вычитанием. Скрытое не входит ни в списки, ни в подсчёты, ни в диапазоны, ни в сводные значения.`,
    suppressedAnywhere: (below) =>
      `Числа меньше ${below}, в которых названо место, публике не показаны, как и числа, из которых их можно вычислить вычитанием. Скрытое не входит ни в списки, ни в подсчёты, ни в диапазоны, ни в сводные значения.`,
    levels: {
      country: 'страна',
      admin1: 'административная единица первого уровня',
      admin2: 'административная единица второго уровня',
      admin3: 'административная единица третьего уровня',
      settlement: 'населённый пункт',
      site: 'объект',
    },
  },
}
