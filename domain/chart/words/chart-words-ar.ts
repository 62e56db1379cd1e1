import type { ChartWords } from '@/domain/chart/words/chart-words'
import { makePlural, type PluralForms } from '@/domain/wording/plural'

const plural = makePlural('ar')
const counted = (count: number, forms: PluralForms) => `${count} ${plural(count, forms)}`
const hoursForms: PluralForms = { two: 'ساعة', few: 'ساعات', many: 'ساعة', other: 'ساعة' }

export const chartWordsAr: ChartWords = {
  qualifiers: {
    exact: (number) => number,
    'at-least': (number) => `ما لا يقل عن ${number}`,
    'more-than': (number) => `أكثر من ${number}`,
    'at-most': (number) => `ما لا يزيد على ${number}`,
    'fewer-than': (number) => `أقل من ${number}`,
    about: (number) => `نحو ${number}`,
  },
  between: (low, high) => `${low}–${high}`,
  noFigure: 'لم يُبلَّغ عن عدد',
  subject: (_, label) => label,
  passed: (subject, threshold, day) => `${subject}: تجاوز العدد ${threshold} في ${day}`,
  rose: (subject, first, last, when) => `${subject}: من ${first} إلى ${last} ${when}`,
  fell: (subject, first, last, when) => `${subject}: من ${first} إلى ${last} ${when}`,
  stated: (subject, value, when) => `${subject}: ${value} حتى ${when}`,
  accordingTo: (claimant, finding) => `${claimant}. ${finding}`,
  relaysDiffer: (subject, values) => `${subject}: ${values}، بروايات مختلفة لتصريح واحد`,
  highestDay: (subject, value, day) => `${subject}: أعلى عدد في يوم واحد ${value}، في ${day}`,
  highestInterval: (subject, value, span) => `${subject}: أعلى عدد في فترة واحدة ${value}، ${span}`,
  inHours: (hours) => `خلال ${counted(hours, hoursForms)}`,
  fromTo: (first, last) => (first === last ? `في ${first}` : `بين ${first} و${last}`),
  flowOf: (claimant) => `ما زاد بين تصريحين، محسوب من المجاميع التراكمية لدى ${claimant}`,
  flowAsPublished: 'التدفقات كما نشرتها مصادرها',
  footnote: (asOf, knownAt) => (knownAt ? `حتى ${asOf}، كما عُرف في ${knownAt}.` : `حتى ${asOf}.`),
  earlier: 'سابق',
  derivedFrom: (arithmetic) => `محسوب: ${arithmetic}`,
  totalFell: (before, after) => `انخفض المجموع من ${before} إلى ${after}`,
  corrected: (before, after) => (after ? `صُحّح: من ${before} إلى ${after}` : `سُحب: ${before}`),
  lineWithClaimant: (line, claimant) => `${line}، ${claimant}`,
  legend: {
    open: 'سهم إلى الأعلى: ما لا يقل عن العدد أو أكثر منه؛ سهم إلى الأسفل: ما لا يزيد عليه أو أقل منه',
    contested: 'معيّن: يعترض عليه مصدر آخر',
    differing: 'معيّنات فارغة: روايات تصريح واحد تختلف، لم يُحسم',
    earlier: 'خط منقط: حل محله تصريح أحدث، خارج النطاق',
    band: 'مظلل: من أدنى موقف قائم إلى أعلاه',
    whisker: 'خط رفيع عند العلامة: الوقت مذكور على أنه فترة، والعلامة عند نهايتها',
    irregular: 'مخطط: لا تصريح قرب منتصف الليل، والعمود يغطي فترته الحقيقية',
    published: 'خط أفقي: تدفق نشره المصدر نفسه عن فترته',
  },
  table: {
    asOf: 'حتى',
    claimant: 'من الذي ذكره',
    line: 'الإحصاء',
    value: 'القيمة',
    remark: 'ملاحظة',
    span: 'الفترة',
    kind: 'النوع',
    derived: 'الفرق بين مجموعين تراكميين، قرب منتصف الليل',
    derivedIrregular: 'الفرق بين مجموعين تراكميين، الفترة الحقيقية',
    published: 'نشره المصدر',
    relaysDiffer: 'روايات تصريح واحد تختلف',
    contested: 'متنازع عليه',
    notDrawn: 'لا عدد، لم يُرسم',
    source: 'المصدر',
  },
  alt: {
    steps: (subtitle, series, statements, from, to) =>
      `${subtitle}. رسم متدرج، الخطوط: ${series}، التصريحات: ${statements}، من ${from} إلى ${to}.`,
    series: (label, first, firstAt, last, lastAt) => `${label}: من ${first} (${firstAt}) إلى ${last} (${lastAt}).`,
    single: (label, last, lastAt) => `${label}: ${last} (${lastAt}).`,
    bars: (subtitle, bars, from, to) => `${subtitle}. رسم بالأعمدة، الفترات: ${bars}، من ${from} إلى ${to}.`,
    highest: (value, span) => `أعلى عمود ${value}، ${span}.`,
  },
}
