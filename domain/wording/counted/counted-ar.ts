import { type Amount, agreesWith, type Counted, nounKeyOf } from '@/domain/wording/counted/counted'
import { makePlural } from '@/domain/wording/plural'

/** A noun beside a number: "100 شخص", "5 أشخاص", "11 شخصًا"; and "2 من الأشخاص", since a digit and a dual would say it twice. */
interface Noun {
  one: string
  few: string
  many: string
  among: string
}

const noun = (one: string, few: string, many: string, among: string): Noun => ({ one, few, many, among })
const child = noun('طفل', 'أطفال', 'طفلًا', 'الأطفال')
const body = noun('جثة', 'جثث', 'جثة', 'الجثث')
const family = noun('أسرة', 'أسر', 'أسرة', 'الأسر')
const person = noun('شخص', 'أشخاص', 'شخصًا', 'الأشخاص')

const nouns: Record<string, Noun> = {
  person,
  civilian: noun('مدني', 'مدنيين', 'مدنيًا', 'المدنيين'),
  combatant: noun('مقاتل', 'مقاتلين', 'مقاتلًا', 'المقاتلين'),
  child,
  'civilian-child': noun('طفل مدني', 'أطفال مدنيين', 'طفلًا مدنيًا', 'الأطفال المدنيين'),
  soldier: noun('جندي', 'جنود', 'جنديًا', 'الجنود'),
  police: noun('شرطي', 'أفراد شرطة', 'شرطيًا', 'أفراد الشرطة'),
  official: noun('مسؤول', 'مسؤولين', 'مسؤولًا', 'المسؤولين'),
  medical: noun('عامل طبي', 'عاملين طبيين', 'عاملًا طبيًا', 'العاملين الطبيين'),
  journalist: noun('صحفي', 'صحفيين', 'صحفيًا', 'الصحفيين'),
  'aid-worker': noun('عامل إغاثة', 'عمال إغاثة', 'عامل إغاثة', 'عمال الإغاثة'),
  peacekeeper: noun(
    'فرد من قوات حفظ السلام',
    'أفراد من قوات حفظ السلام',
    'فردًا من قوات حفظ السلام',
    'أفراد قوات حفظ السلام',
  ),
  'road-worker': noun('عامل طرق', 'عمال طرق', 'عامل طرق', 'عمال الطرق'),
  'interior-ministry': noun(
    'موظف في وزارة الداخلية',
    'موظفين في وزارة الداخلية',
    'موظفًا في وزارة الداخلية',
    'موظفي وزارة الداخلية',
  ),
  patient: noun('مريض', 'مرضى', 'مريضًا', 'المرضى'),
  woman: noun('امرأة', 'نساء', 'امرأة', 'النساء'),
  man: noun('رجل', 'رجال', 'رجلًا', 'الرجال'),
  girl: noun('فتاة', 'فتيات', 'فتاة', 'الفتيات'),
  boy: noun('فتى', 'فتيان', 'فتى', 'الفتيان'),
  households: family,
  children: child,
  settlements: noun('تجمع سكني', 'تجمعات سكنية', 'تجمعًا سكنيًا', 'التجمعات السكنية'),
  objects: noun('عين مدنية', 'أعيان مدنية', 'عينًا مدنية', 'الأعيان المدنية'),
  complaints: noun('شكوى', 'شكاوى', 'شكوى', 'الشكاوى'),
}
const wounded = noun('جريح', 'جرحى', 'جريحًا', 'الجرحى')
const older = noun('مسن', 'مسنين', 'مسنًا', 'المسنين')

/** What befell those counted: a verbal noun before them, which needs no agreement, and words after them. */
const predicates: Record<string, { before: string; after?: string; noun?: Noun }> = {
  killed: { before: 'مقتل' },
  injured: { before: 'إصابة' },
  missing: { before: 'فقدان' },
  detained: { before: 'احتجاز' },
  'newly-detained': { before: 'احتجاز', after: 'حديثًا' },
  'ill-treated': { before: 'تعرّض', after: 'لسوء المعاملة' },
  casualties: { before: 'مقتل أو إصابة' },
  'remains-recovered': { before: 'انتشال', noun: body },
  'bodies-awaiting-recovery': { before: 'وجود', after: 'بانتظار الانتشال', noun: body },
  'died-during-displacement': { before: 'وفاة', after: 'أثناء النزوح' },
  displaced: { before: 'نزوح' },
  evacuated: { before: 'إجلاء' },
  idps: { before: 'نزوح', after: 'داخل البلد' },
  arrived: { before: 'وصول' },
  registered: { before: 'تسجيل' },
  returned: { before: 'عودة' },
  remaining: { before: 'بقاء' },
  sheltering: { before: 'وجود', after: 'في أماكن الإيواء' },
  accommodated: { before: 'حصول', after: 'على سكن' },
  'residence-applications': { before: 'تقدّم', after: 'بطلبات إقامة' },
  'transferred-to-hospital': { before: 'نقل', after: 'إلى المستشفيات' },
  'in-treatment': { before: 'وجود', after: 'قيد العلاج' },
  'complaints-received': { before: 'تلقي' },
  'complaints-open': { before: 'وجود', after: 'قيد النظر' },
  'complaints-resolved': { before: 'البت في' },
  'separated-families': { before: 'تفرّق', noun: family },
  'unaccompanied-children': { before: 'وجود', after: 'دون مرافق', noun: child },
  'settlements-shelled': { before: 'قصف' },
  'civilian-objects-damaged': { before: 'تضرر' },
  'without-water': { before: 'بقاء', after: 'دون مياه' },
  'without-power': { before: 'بقاء', after: 'دون كهرباء' },
  'without-food': { before: 'بقاء', after: 'دون غذاء كافٍ' },
  'without-medicine': { before: 'بقاء', after: 'دون الأدوية اللازمة' },
  'population-before': { before: 'إقامة', after: 'هناك سابقًا' },
}

const plural = makePlural('ar')

function besideNumber({ one, few, many, among }: Noun, { text, quantity }: Amount): string {
  const count = agreesWith(quantity)
  const partOfAll = `من ${among}`
  if (count === null) return `${text} ${partOfAll}`
  return `${text} ${plural(count, { one: partOfAll, two: partOfAll, few, many, other: one })}`
}

function nounOf(counted: Counted): { noun: Noun; remark: string | null } {
  const key = nounKeyOf(counted)
  const { condition, age } = counted.population
  const own = nouns[key] ?? person
  if (condition === 'wounded')
    return key === 'person' ? { noun: wounded, remark: null } : { noun: own, remark: '(جرحى)' }
  if (age === 'older') return key === 'person' ? { noun: older, remark: null } : { noun: own, remark: '(مسنون)' }
  return { noun: own, remark: null }
}

/** "مقتل ما لا يقل عن 2 من المدنيين", "مقتل مدنيين", "وصول 100,417 شخصًا". */
export function wordCountedAr(counted: Counted, amount: Amount | null): string {
  const { indicator, population, group } = counted
  const found = indicator === null ? undefined : predicates[indicator]
  const { noun: people, remark } = nounOf(counted)
  const named = found?.noun ?? people
  const unknown = indicator !== null && !found ? `(${counted.label})` : null
  return [
    found?.before,
    amount ? besideNumber(named, amount) : named.few,
    remark,
    population.disability ? 'من ذوي الإعاقة' : null,
    found?.after,
    unknown,
    group && `(${group})`,
  ]
    .filter(Boolean)
    .join(' ')
}
