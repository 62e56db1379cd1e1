import type { Locale } from '@/domain/viewpoint/viewpoint'

/** What mails say to subscribers around the report itself. */
export interface MailWords {
  confirmSubject: (crisis: string) => string
  confirmBody: (crisis: string) => string
  confirm: string
  confirmFooter: string
  knownSubject: (crisis: string) => string
  knownBody: (crisis: string) => string
  erratum: (title: string) => string
  read: string
  attached: string
  why: (crisis: string) => string
  unsubscribe: string
}

const words: Record<Locale, MailWords> = {
  en: {
    confirmSubject: (crisis) => `Confirm: situation reports on ${crisis}`,
    confirmBody: (crisis) =>
      `Somebody, most likely you, asked for the situation reports on “${crisis}” to be sent to this address. Confirm it, and each new report and erratum comes by mail.`,
    confirm: 'Confirm this address',
    confirmFooter: 'The link opens for 48 hours. If you did not ask for it, do nothing: nothing will be sent.',
    knownSubject: (crisis) => `You get the situation reports on ${crisis} already`,
    knownBody: (crisis) =>
      `Somebody, most likely you, asked for the situation reports on “${crisis}” to be sent to this address. They are sent to it already; nothing has changed. For another language or form, unsubscribe and subscribe anew.`,
    erratum: (title) => `Erratum: ${title}`,
    read: 'Read the whole report',
    attached: 'The report is attached as PDF.',
    why: (crisis) => `You get this mail because you subscribed to the situation reports on “${crisis}”.`,
    unsubscribe: 'Unsubscribe',
  },
  hy: {
    confirmSubject: (crisis) => `Հաստատեք. իրավիճակային զեկույցներ՝ ${crisis}`,
    confirmBody: (crisis) =>
      `Ինչ-որ մեկը, ամենայն հավանականությամբ Դուք, խնդրել է այս հասցեին ուղարկել «${crisis}» ճգնաժամի իրավիճակային զեկույցները։ Հաստատեք հասցեն, և յուրաքանչյուր նոր զեկույց և ուղղում կգա փոստով։`,
    confirm: 'Հաստատել այս հասցեն',
    confirmFooter: 'Հղումը բացվում է 48 ժամվա ընթացքում։ Եթե Դուք չեք խնդրել, ոչինչ մի արեք. ոչինչ չի ուղարկվի։',
    knownSubject: (crisis) => `Դուք արդեն ստանում եք իրավիճակային զեկույցները՝ ${crisis}`,
    knownBody: (crisis) =>
      `Ինչ-որ մեկը, ամենայն հավանականությամբ Դուք, խնդրել է այս հասցեին ուղարկել «${crisis}» ճգնաժամի իրավիճակային զեկույցները։ Դրանք արդեն ուղարկվում են. ոչինչ չի փոխվել։ Այլ լեզվի կամ ձևի համար չեղարկեք բաժանորդագրությունը և բաժանորդագրվեք նորից։`,
    erratum: (title) => `Ուղղում. ${title}`,
    read: 'Կարդալ ամբողջ զեկույցը',
    attached: 'Զեկույցը կցված է որպես PDF։',
    why: (crisis) =>
      `Դուք ստանում եք այս նամակը, քանի որ բաժանորդագրվել եք «${crisis}» ճգնաժամի իրավիճակային զեկույցներին։`,
    unsubscribe: 'Չեղարկել բաժանորդագրությունը',
  },
  ru: {
    confirmSubject: (crisis) => `Подтвердите: ситуационные отчёты – ${crisis}`,
    confirmBody: (crisis) =>
      `Кто-то, скорее всего Вы, попросил присылать на этот адрес ситуационные отчёты «${crisis}». Подтвердите адрес, и каждый новый отчёт и каждое исправление будут приходить по почте.`,
    confirm: 'Подтвердить этот адрес',
    confirmFooter:
      'Ссылка действует 48 часов. Если Вы об этом не просили, ничего не делайте: ничего не будет отправлено.',
    knownSubject: (crisis) => `Вы уже получаете ситуационные отчёты – ${crisis}`,
    knownBody: (crisis) =>
      `Кто-то, скорее всего Вы, попросил присылать на этот адрес ситуационные отчёты «${crisis}». Они уже приходят на него; ничего не изменилось. Чтобы выбрать другой язык или вид, отпишитесь и подпишитесь заново.`,
    erratum: (title) => `Исправление: ${title}`,
    read: 'Читать отчёт целиком',
    attached: 'Отчёт приложен в формате PDF.',
    why: (crisis) => `Вы получаете это письмо, потому что подписались на ситуационные отчёты «${crisis}».`,
    unsubscribe: 'Отписаться',
  },
  ar: {
    confirmSubject: (crisis) => `تأكيد: تقارير الحالة – ${crisis}`,
    confirmBody: (crisis) =>
      `طلب شخص ما، والأرجح أنه أنت، إرسال تقارير الحالة عن «${crisis}» إلى هذا العنوان. أكد العنوان ليصلك كل تقرير جديد وكل تصحيح بالبريد.`,
    confirm: 'تأكيد هذا العنوان',
    confirmFooter: 'يعمل الرابط لمدة 48 ساعة. إذا لم تطلب ذلك فلا تفعل شيئا: لن يرسل شيء.',
    knownSubject: (crisis) => `تصلك تقارير الحالة بالفعل – ${crisis}`,
    knownBody: (crisis) =>
      `طلب شخص ما، والأرجح أنه أنت، إرسال تقارير الحالة عن «${crisis}» إلى هذا العنوان. وهي ترسل إليه بالفعل، ولم يتغير شيء. لاختيار لغة أو صيغة أخرى ألغ الاشتراك ثم اشترك من جديد.`,
    erratum: (title) => `تصحيح: ${title}`,
    read: 'قراءة التقرير كاملا',
    attached: 'التقرير مرفق بصيغة PDF.',
    why: (crisis) => `تصلك هذه الرسالة لأنك مشترك في تقارير الحالة عن «${crisis}».`,
    unsubscribe: 'إلغاء الاشتراك',
  },
}

/** The words of mails in a language. */
export const mailWordsOf = (language: Locale): MailWords => words[language]
