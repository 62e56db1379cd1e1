import type { Locale } from '@/domain/viewpoint/viewpoint'

/** What is found in a draft, each with what its lint names: words of the draft, and what they stand for. */
export interface LintValues {
  'number-without-citation': { number: string; text: string }
  'reference-not-shown': { kind: 'figure' | 'note'; id: string }
  'no-such-headline': { key: string }
  stale: null
  'contested-told-as-agreed': null
  'sum-across-claimants': null
  'loaded-word': { word: string; offer: string }
  'too-many-highlights': { count: number; most: number }
  'no-contact': { isLeftOut: boolean }
  'no-next-issue': null
  'weekday-disagrees': { day: string; was: string; written: string }
  'viewpoint-to-come': null
}

export type LintCode = keyof LintValues

type Words = { [Code in LintCode]: (values: LintValues[Code]) => string }

const words: Record<Locale, Words> = {
  en: {
    'number-without-citation': ({ number, text }) =>
      `The number "${number}" in "${text}" has no citation: insert it as a reference to a figure.`,
    'reference-not-shown': ({ kind, id }) =>
      `The prose refers to ${kind} ${id}, which is not approved, not known or not public at this viewpoint.`,
    'no-such-headline': ({ key }) => `The prose refers to the headline "${key}", which this crisis does not have.`,
    stale: () => 'A number here is older than its limit: say of when it is, or leave it out.',
    'contested-told-as-agreed': () => 'A number here is contested or unresolved: say who denies it, or that it is.',
    'sum-across-claimants': () => 'Numbers of different sources are told as a sum: each counts for itself.',
    'loaded-word': ({ word, offer }) => `"${word}" takes a side: write ${offer}.`,
    'too-many-highlights': ({ count, most }) => `There are ${count} highlights: keep at most ${most}.`,
    'no-contact': ({ isLeftOut }) =>
      isLeftOut
        ? 'The contact is left out: readers could not ask. Switch it on.'
        : 'The crisis has no contact: give one in its settings, so that readers can ask.',
    'no-next-issue': () => 'Readers are not told when the next issue comes: give a time.',
    'weekday-disagrees': ({ day, was, written }) => `${day} was a ${was}, not a ${written}.`,
    'viewpoint-to-come': () => 'The moment of knowledge lies ahead: choose one that has passed.',
  },
  hy: {
    'number-without-citation': ({ number, text }) =>
      `«${text}» տեքստի «${number}» թիվն աղբյուր չունի. տեղադրե՛ք այն որպես հղում թվին։`,
    'reference-not-shown': ({ kind, id }) =>
      `Տեքստը հղում է ${kind === 'figure' ? 'թվի' : 'վկայության'} (${id}), որն այս պահի դրությամբ հաստատված, հայտնի կամ հանրային չէ։`,
    'no-such-headline': ({ key }) => `Տեքստը հղում է «${key}» ամփոփ թվին, որն այս ճգնաժամը չունի։`,
    stale: () => 'Այստեղ կա իր ժամկետն անցած թիվ. նշե՛ք՝ երբվա դրությամբ է, կամ հանե՛ք այն։',
    'contested-told-as-agreed': () =>
      'Այստեղ կա վիճարկվող կամ չլուծված թիվ. նշե՛ք՝ ով է հերքում, կամ որ այն վիճարկվում է։',
    'sum-across-claimants': () => 'Տարբեր աղբյուրների թվերը ներկայացված են որպես գումար. յուրաքանչյուրն առանձին է։',
    'loaded-word': ({ word, offer }) => `«${word}» բառը կողմնակալ է. առաջարկվում է՝ ${offer}։`,
    'too-many-highlights': ({ count, most }) => `Գլխավոր կետերի թիվը ${count} է. թողե՛ք առավելագույնը ${most}։`,
    'no-contact': ({ isLeftOut }) =>
      isLeftOut
        ? 'Կոնտակտն անջատված է, և ընթերցողները չեն կարողանա հարցնել։ Միացրե՛ք այն։'
        : 'Ճգնաժամը կոնտակտ չունի. նշե՛ք այն կարգավորումներում, որպեսզի ընթերցողները կարողանան հարցնել։',
    'no-next-issue': () => 'Ընթերցողներին ասված չէ, թե երբ կլինի հաջորդ թողարկումը. նշե՛ք ժամը։',
    'weekday-disagrees': ({ day, was, written }) => `${day}. շաբաթվա օրը ${was} էր, գրված է՝ ${written}։`,
    'viewpoint-to-come': () => 'Իմացության պահը դեռ չի եկել. ընտրե՛ք արդեն անցածը։',
  },
  ru: {
    'number-without-citation': ({ number, text }) =>
      `У числа «${number}» в тексте «${text}» нет источника: вставьте его как ссылку на число из реестра.`,
    'reference-not-shown': ({ kind, id }) =>
      `Текст ссылается на ${kind === 'figure' ? 'число' : 'свидетельство'} (${id}), но на этот момент запись не утверждена, не известна или не открыта.`,
    'no-such-headline': ({ key }) => `Текст ссылается на сводное число «${key}», которого у этого кризиса нет.`,
    stale: () => 'Здесь есть устаревшее число: скажите, на какой момент оно дано, или уберите его.',
    'contested-told-as-agreed': () =>
      'Здесь есть оспариваемое или неразрешённое число: скажите, кто его отрицает, или что оно оспаривается.',
    'sum-across-claimants': () => 'Числа разных источников поданы как сумма: каждое говорит само за себя.',
    'loaded-word': ({ word, offer }) => `Слово «${word}» принимает чью-то сторону. Замена: ${offer}.`,
    'too-many-highlights': ({ count, most }) => `Главных пунктов: ${count}. Оставьте не больше ${most}.`,
    'no-contact': ({ isLeftOut }) =>
      isLeftOut
        ? 'Контакт отключён: читателям некому задать вопрос. Включите его.'
        : 'У кризиса нет контакта: укажите его в настройках, чтобы читатели могли задать вопрос.',
    'no-next-issue': () => 'Читателям не сказано, когда выйдет следующий выпуск: укажите время.',
    'weekday-disagrees': ({ day, was, written }) => `${day}: день недели — ${was}, а написано «${written}».`,
    'viewpoint-to-come': () => 'Момент, на который что-то известно, ещё не наступил: выберите прошедший.',
  },
  ar: {
    'number-without-citation': ({ number, text }) =>
      `العدد «${number}» في «${text}» بلا مصدر: أدرجوه إحالةً إلى عدد مسجّل.`,
    'reference-not-shown': ({ kind, id }) =>
      `يحيل النص إلى ${kind === 'figure' ? 'عدد' : 'إفادة'} (${id}) مما لم يُعتمد أو لم يكن معروفًا أو علنيًا عند هذا التاريخ.`,
    'no-such-headline': ({ key }) => `يحيل النص إلى الرقم الموحد «${key}» وهو غير موجود في هذه الأزمة.`,
    stale: () => 'هنا عدد تجاوز مدة صلاحيته: اذكروا تاريخه أو احذفوه.',
    'contested-told-as-agreed': () => 'هنا عدد متنازع عليه أو غير محسوم: اذكروا من ينفيه أو أنه محل خلاف.',
    'sum-across-claimants': () => 'قُدّمت أعداد مصادر مختلفة مجموعًا واحدًا: كل منها قائم بذاته.',
    'loaded-word': ({ word, offer }) => `كلمة «${word}» منحازة. البديل: ${offer}.`,
    'too-many-highlights': ({ count, most }) => `عدد النقاط البارزة ${count}: أبقوا ${most} على الأكثر.`,
    'no-contact': ({ isLeftOut }) =>
      isLeftOut
        ? 'جهة الاتصال محذوفة ولن يتمكن القراء من السؤال. أعيدوها.'
        : 'ليس للأزمة جهة اتصال: حددوها في الإعدادات ليتمكن القراء من السؤال.',
    'no-next-issue': () => 'لم يُذكر للقراء موعد العدد التالي: حددوا وقتًا.',
    'weekday-disagrees': ({ day, was, written }) => `${day}: كان يوم ${was} والمكتوب ${written}.`,
    'viewpoint-to-come': () => 'لحظة المعرفة لم تأتِ بعد: اختاروا لحظة مضت.',
  },
}

/** What a lint of a sitrep says, with what to do about it (section 9 of the domain). */
export function wordLint<Code extends LintCode>(locale: Locale, code: Code, values: LintValues[Code]): string {
  return words[locale][code](values)
}
