import type { Locale } from '@/domain/viewpoint/viewpoint'
import { intlTagOf } from '@/domain/wording/intl-tag'

/** The codes of section 7 of the domain, each with what its finding names beside itself: numbers as their sources worded them, quotes, names. */
export interface FindingValues {
  'running-total-fell': { before: string; after: string }
  'part-exceeds-whole': { part: string; whole: string }
  'parts-do-not-sum': { parts: string[]; sum: number; whole: string }
  'relays-differ': { numbers: string[] }
  'ten-times-jump': { before: string; after: string }
  'transposed-digits': { before: string; after: string }
  'duplicate-statement': { claimant: string; number: string }
  'as-of-in-future': null
  'as-of-after-publication': null
  'number-not-in-quote': { number: string; quote: string }
  'number-in-quote-unused': { numbers: number[]; quote: string }
  'unit-mixed': { indicator: string; counts: string; counted: string }
  'overlapping-periods': null
  'no-as-of': null
  'place-outside-crisis': { places: string[] }
  stale: { days: number }
}

export type FindingCode = keyof FindingValues

type Words = { [Code in FindingCode]: (values: FindingValues[Code], list: (items: string[]) => string) => string }

const words: Record<Locale, Words> = {
  en: {
    'running-total-fell': ({ before, after }) =>
      `The running total fell from ${before} to ${after}. Is this a correction?`,
    'part-exceeds-whole': ({ part, whole }) =>
      `The part ${part} is larger than its whole ${whole}. Check both numbers, and whether it is a part of this one.`,
    'parts-do-not-sum': ({ parts, sum, whole }) =>
      `The parts ${parts.join(' + ')} make ${sum}, the whole is ${whole}. Is a part missing, or a number wrong?`,
    'relays-differ': ({ numbers }, list) =>
      `Relays of one statement differ: ${list(numbers)}. Say which is right, and why; the other stays visible.`,
    'ten-times-jump': ({ before, after }) =>
      `The number went from ${before} to ${after}, ten times or more. Is a digit too many or too few?`,
    'transposed-digits': ({ before, after }) =>
      `${before} to ${after}: two digits stand the other way round. Check the quote.`,
    'duplicate-statement': ({ claimant, number }) =>
      `${claimant} is already recorded with ${number} for the same as-of. Is this another relay of that statement?`,
    'as-of-in-future': () => 'The as-of lies in the future. Check the day and the year.',
    'as-of-after-publication': () => 'The as-of lies after the publication it is read from. Check both.',
    'number-not-in-quote': ({ number, quote }) =>
      `The number ${number} does not stand in the quote "${quote}". Choose the words that hold it.`,
    'number-in-quote-unused': ({ numbers, quote }) =>
      `The quote "${quote}" also holds ${numbers.join(', ')}. Is that a figure too?`,
    'unit-mixed': ({ indicator, counts, counted }) =>
      `"${indicator}" counts ${counts}, the figure counts ${counted}. Choose the unit the source counted.`,
    'overlapping-periods': () =>
      'The period overlaps another of the same claimant: the same people may be counted in both. Check from and to.',
    'no-as-of': () =>
      'The figure has no as-of and its publication no day: it stays out of series and headlines until one is known.',
    'place-outside-crisis': ({ places }, list) =>
      places.length === 1
        ? `${list(places)} does not belong to this crisis. Is another place of the same name meant?`
        : `${list(places)} do not belong to this crisis. Are other places of the same names meant?`,
    stale: ({ days }) => `The figure is ${days} days old. Is there a newer one?`,
  },
  hy: {
    'running-total-fell': ({ before, after }) => `Աճողական հանրագումարը նվազել է՝ ${before} → ${after}։ Սա ուղղո՞ւմ է։`,
    'part-exceeds-whole': ({ part, whole }) =>
      `Մասը (${part}) մեծ է ամբողջից (${whole})։ Ստուգե՛ք երկու թիվն էլ, և արդյոք այն սրա մասն է։`,
    'parts-do-not-sum': ({ parts, sum, whole }) =>
      `Մասերի գումարը (${parts.join(' + ')}) ${sum} է, իսկ ամբողջը՝ ${whole}։ Մաս պակասո՞ւմ է, թե՞ թիվ է սխալ։`,
    'relays-differ': ({ numbers }, list) =>
      `Նույն հայտարարության փոխանցումները տարբերվում են՝ ${list(numbers)}։ Նշե՛ք, թե որն է ճիշտ և ինչու. մյուսը կմնա տեսանելի։`,
    'ten-times-jump': ({ before, after }) =>
      `Թիվը փոխվել է՝ ${before} → ${after}, տասն անգամ կամ ավելի։ Ավելո՞րդ, թե՞ պակաս թվանշան կա։`,
    'transposed-digits': ({ before, after }) =>
      `${before} → ${after}. երկու թվանշան տեղերով փոխված են։ Ստուգե՛ք մեջբերումը։`,
    'duplicate-statement': ({ claimant, number }) =>
      `${claimant}. նույն պահի դրությամբ ${number} թիվն արդեն գրանցված է։ Սա նույն հայտարարության ևս մեկ փոխանցո՞ւմ է։`,
    'as-of-in-future': () => 'Դրության պահն ապագայում է։ Ստուգե՛ք օրը և տարին։',
    'as-of-after-publication': () =>
      'Դրության պահն ավելի ուշ է, քան այն հրապարակումը, որից վերցված է։ Ստուգե՛ք երկուսն էլ։',
    'number-not-in-quote': ({ number, quote }) =>
      `${number} թիվը չկա «${quote}» մեջբերման մեջ։ Ընտրե՛ք այն բառերը, որոնցում թիվը կա։`,
    'number-in-quote-unused': ({ numbers, quote }) =>
      `«${quote}» մեջբերման մեջ կա նաև՝ ${numbers.join(', ')}։ Այն նույնպես պե՞տք է մուտքագրել։`,
    'unit-mixed': ({ indicator, counts, counted }) =>
      `«${indicator}»-ի միավորն է՝ ${counts}, իսկ այս թվինը՝ ${counted}։ Ընտրե՛ք այն միավորը, որով աղբյուրն է հաշվել։`,
    'overlapping-periods': () =>
      'Ժամանակահատվածը համընկնում է նույն հայտնողի մեկ այլ ժամանակահատվածի հետ. նույն մարդիկ կարող են հաշված լինել երկուսում էլ։ Ստուգե՛ք սկիզբն ու վերջը։',
    'no-as-of': () =>
      'Թիվը դրության պահ չունի, իսկ դրա հրապարակումը՝ օր. մինչև դրանցից մեկը հայտնի լինի, այն շարքերի և ամփոփ թվերի մեջ չի մտնում։',
    'place-outside-crisis': ({ places }, list) =>
      `Այս ճգնաժամին չի պատկանում՝ ${list(places)}։ Նույնանուն ա՞յլ վայր նկատի ունեք։`,
    stale: ({ days }) => `Թիվը ${days} օրվա վաղեմություն ունի։ Ավելի նորը կա՞։`,
  },
  ru: {
    'running-total-fell': ({ before, after }) => `Нарастающий итог снизился: ${before} → ${after}. Это исправление?`,
    'part-exceeds-whole': ({ part, whole }) =>
      `Часть (${part}) больше целого (${whole}). Проверьте оба числа и то, является ли она его частью.`,
    'parts-do-not-sum': ({ parts, sum, whole }) =>
      `Части ${parts.join(' + ')} дают ${sum}, а целое — ${whole}. Не хватает части или неверно число?`,
    'relays-differ': ({ numbers }, list) =>
      `Передачи одного заявления расходятся: ${list(numbers)}. Укажите, какая верна и почему; другая останется видна.`,
    'ten-times-jump': ({ before, after }) =>
      `Число изменилось в десять и более раз: ${before} → ${after}. Нет ли лишней или пропущенной цифры?`,
    'transposed-digits': ({ before, after }) => `${before} → ${after}: две цифры переставлены. Проверьте цитату.`,
    'duplicate-statement': ({ claimant, number }) =>
      `${claimant}: число ${number} на тот же момент уже записано. Это ещё одна передача того же заявления?`,
    'as-of-in-future': () => 'Момент, на который дано число, — в будущем. Проверьте день и год.',
    'as-of-after-publication': () =>
      'Момент, на который дано число, — позже публикации, из которой оно взято. Проверьте и то и другое.',
    'number-not-in-quote': ({ number, quote }) =>
      `Числа ${number} нет в цитате «${quote}». Выделите слова, в которых оно есть.`,
    'number-in-quote-unused': ({ numbers, quote }) =>
      `В цитате «${quote}» есть ещё ${numbers.join(', ')}. Его тоже нужно ввести?`,
    'unit-mixed': ({ indicator, counts, counted }) =>
      `Единица показателя «${indicator}» — ${counts}, а здесь — ${counted}. Выберите единицу, в которой считал источник.`,
    'overlapping-periods': () =>
      'Период пересекается с другим периодом того же заявителя: одни и те же люди могут быть учтены дважды. Проверьте начало и конец.',
    'no-as-of': () =>
      'У числа нет момента, на который оно дано, а у публикации — дня: оно не войдёт в ряды и сводные числа, пока не станет известно одно из двух.',
    'place-outside-crisis': ({ places }, list) =>
      `К этому кризису не относится: ${list(places)}. Имеется в виду другое место с тем же названием?`,
    stale: ({ days }) => `Возраст числа в днях: ${days}. Нет ли более нового?`,
  },
  ar: {
    'running-total-fell': ({ before, after }) => `انخفض المجموع التراكمي من ${before} إلى ${after}. هل هذا تصحيح؟`,
    'part-exceeds-whole': ({ part, whole }) =>
      `الجزء (${part}) أكبر من الكل (${whole}). راجعوا العددين، وما إذا كان هذا الجزء منه فعلًا.`,
    'parts-do-not-sum': ({ parts, sum, whole }) =>
      `مجموع الأجزاء (${parts.join(' + ')}) هو ${sum} والكل ${whole}. هل ينقص جزء أم أن أحد الأعداد خطأ؟`,
    'relays-differ': ({ numbers }, list) =>
      `تختلف روايات تصريح واحد: ${list(numbers)}. بيّنوا أيها الصحيحة ولماذا؛ وتبقى الأخرى ظاهرة.`,
    'ten-times-jump': ({ before, after }) =>
      `تغيّر العدد من ${before} إلى ${after}، أي عشرة أضعاف أو أكثر. هل زاد رقم أو نقص؟`,
    'transposed-digits': ({ before, after }) => `من ${before} إلى ${after}: تبادل رقمان موضعيهما. راجعوا الاقتباس.`,
    'duplicate-statement': ({ claimant, number }) =>
      `سُجّل من قبل عن ${claimant} العدد ${number} للتاريخ نفسه. هل هذه رواية أخرى للتصريح نفسه؟`,
    'as-of-in-future': () => 'تاريخ العدد في المستقبل. راجعوا اليوم والسنة.',
    'as-of-after-publication': () => 'تاريخ العدد لاحق للمنشور الذي أُخذ منه. راجعوا الاثنين.',
    'number-not-in-quote': ({ number, quote }) =>
      `العدد ${number} غير وارد في الاقتباس «${quote}». اختاروا الكلمات التي تتضمنه.`,
    'number-in-quote-unused': ({ numbers, quote }) =>
      `يتضمن الاقتباس «${quote}» أيضًا ${numbers.join('، ')}. هل هذا عدد ينبغي إدخاله كذلك؟`,
    'unit-mixed': ({ indicator, counts, counted }) =>
      `وحدة المؤشر «${indicator}» هي ${counts} ووحدة هذا العدد ${counted}. اختاروا الوحدة التي عدّ بها المصدر.`,
    'overlapping-periods': () =>
      'تتداخل الفترة مع فترة أخرى للقائل نفسه، وقد يكون الأشخاص أنفسهم محسوبين في الفترتين. راجعوا البداية والنهاية.',
    'no-as-of': () => 'ليس للعدد تاريخ وليس لمنشوره يوم، فيبقى خارج السلاسل والأرقام الموحدة إلى أن يُعرف أحدهما.',
    'place-outside-crisis': ({ places }, list) =>
      `لا ينتمي إلى هذه الأزمة: ${list(places)}. هل المقصود مكان آخر بالاسم نفسه؟`,
    stale: ({ days }) => `مضى على العدد بالأيام: ${days}. هل يوجد أحدث منه؟`,
  },
}

/** What a finding says, with what to do about it (section 7 of the domain). */
export function wordFinding<Code extends FindingCode>(locale: Locale, code: Code, values: FindingValues[Code]): string {
  const list = new Intl.ListFormat(intlTagOf(locale), { type: 'conjunction' })
  return words[locale][code](values, (items) => list.format(items))
}
