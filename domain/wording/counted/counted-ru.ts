import { type Amount, agreesWith, type Counted, nounKeyOf } from '@/domain/wording/counted/counted'
import { makePlural } from '@/domain/wording/plural'

/** Masculine, feminine, neuter. */
type Gender = 'm' | 'f' | 'n'

/** A noun: "1 пункт", "2 пункта", "5 пунктов", "не менее 1 пункта", "пункты". */
interface Noun {
  gender: Gender
  one: string
  few: string
  many: string
  ofOne: string
  all: string
}

const noun = (gender: Gender, one: string, few: string, many: string, ofOne: string, all: string): Noun => ({
  gender,
  one,
  few,
  many,
  ofOne,
  all,
})
const person = noun('m', 'человек', 'человека', 'человек', 'человека', 'люди')
const child = noun('m', 'ребёнок', 'ребёнка', 'детей', 'ребёнка', 'дети')
const body = noun('n', 'тело', 'тела', 'тел', 'тела', 'тела')
const family = noun('f', 'семья', 'семьи', 'семей', 'семьи', 'семьи')
const add = (to: Noun, words: string): Noun => ({
  gender: to.gender,
  one: to.one + words,
  few: to.few + words,
  many: to.many + words,
  ofOne: to.ofOne + words,
  all: to.all + words,
})
const worker = noun('m', 'работник', 'работника', 'работников', 'работника', 'работники')
const staff = noun('m', 'сотрудник', 'сотрудника', 'сотрудников', 'сотрудника', 'сотрудники')
const described = (stem: string, { gender, one, few, many, ofOne, all }: Noun): Noun =>
  noun(gender, `${stem}ий ${one}`, `${stem}их ${few}`, `${stem}их ${many}`, `${stem}ого ${ofOne}`, `${stem}ие ${all}`)

const nouns: Record<string, Noun> = {
  person,
  civilian: noun(
    'n',
    'гражданское лицо',
    'гражданских лица',
    'гражданских лиц',
    'гражданского лица',
    'гражданские лица',
  ),
  combatant: noun('m', 'комбатант', 'комбатанта', 'комбатантов', 'комбатанта', 'комбатанты'),
  child,
  'civilian-child': add(child, ' из числа гражданских лиц'),
  soldier: noun('m', 'военнослужащий', 'военнослужащих', 'военнослужащих', 'военнослужащего', 'военнослужащие'),
  police: add(staff, ' полиции'),
  official: noun(
    'n',
    'должностное лицо',
    'должностных лица',
    'должностных лиц',
    'должностного лица',
    'должностные лица',
  ),
  medical: described('медицинск', worker),
  journalist: noun('m', 'журналист', 'журналиста', 'журналистов', 'журналиста', 'журналисты'),
  'aid-worker': add(worker, ' гуманитарных организаций'),
  peacekeeper: noun('m', 'миротворец', 'миротворца', 'миротворцев', 'миротворца', 'миротворцы'),
  'road-worker': add(worker, ' дорожных служб'),
  'interior-ministry': add(staff, ' министерства внутренних дел'),
  patient: noun('m', 'пациент', 'пациента', 'пациентов', 'пациента', 'пациенты'),
  woman: noun('f', 'женщина', 'женщины', 'женщин', 'женщины', 'женщины'),
  man: noun('m', 'мужчина', 'мужчины', 'мужчин', 'мужчины', 'мужчины'),
  girl: noun('f', 'девочка', 'девочки', 'девочек', 'девочки', 'девочки'),
  boy: noun('m', 'мальчик', 'мальчика', 'мальчиков', 'мальчика', 'мальчики'),
  households: noun('n', 'домохозяйство', 'домохозяйства', 'домохозяйств', 'домохозяйства', 'домохозяйства'),
  children: child,
  settlements: noun(
    'm',
    'населённый пункт',
    'населённых пункта',
    'населённых пунктов',
    'населённого пункта',
    'населённые пункты',
  ),
  objects: described('гражданск', noun('m', 'объект', 'объекта', 'объектов', 'объекта', 'объекты')),
  complaints: noun('f', 'жалоба', 'жалобы', 'жалоб', 'жалобы', 'жалобы'),
}

/** What befell those counted: participles before the noun, each with what follows its ending ("вернувш" + ending + "ся"); or words after it. */
interface Predicate {
  participles?: [stem: string, tail?: string][]
  after?: string
  noun?: Noun
}

const predicates: Record<string, Predicate> = {
  killed: { participles: [['погибш']] },
  injured: { participles: [['ранен']] },
  missing: { participles: [['пропавш', ' без вести']] },
  detained: { participles: [['задержанн']] },
  'newly-detained': { participles: [['вновь задержанн']] },
  'ill-treated': { participles: [['подвергш', 'ся жестокому обращению']] },
  casualties: { participles: [['погибш'], ['ранен']] },
  'remains-recovered': { participles: [['найденн']], noun: body },
  'bodies-awaiting-recovery': { participles: [['ещё не вывезенн']], noun: body },
  'died-during-displacement': { participles: [['умерш', ' во время перемещения']] },
  displaced: { participles: [['перемещённ']] },
  evacuated: { participles: [['эвакуированн']] },
  idps: { participles: [['внутренне перемещённ']] },
  arrived: { participles: [['прибывш']] },
  registered: { participles: [['зарегистрированн']] },
  returned: { participles: [['вернувш', 'ся']] },
  remaining: { participles: [['оставш', 'ся']] },
  sheltering: { participles: [['находящ', 'ся в пунктах размещения']] },
  accommodated: { participles: [['размещённ']] },
  'residence-applications': { participles: [['подавш', ' заявление на право жительства']] },
  'transferred-to-hospital': { participles: [['перевезённ', ' в больницы']] },
  'in-treatment': { participles: [['находящ', 'ся на лечении']] },
  'complaints-received': { participles: [['полученн']] },
  'complaints-open': { participles: [['рассматриваем']] },
  'complaints-resolved': { participles: [['рассмотренн']] },
  'separated-families': { participles: [['разлучённ']], noun: family },
  'unaccompanied-children': { participles: [['несопровождаем']], noun: child },
  'settlements-shelled': { participles: [['обстрелянн']] },
  'civilian-objects-damaged': { participles: [['повреждённ']] },
  'without-water': { after: 'без воды' },
  'without-power': { after: 'без электричества' },
  'without-food': { after: 'без достаточного питания' },
  'without-medicine': { after: 'без необходимых лекарств' },
  'population-before': { participles: [['проживавш', ' там ранее']] },
}

type Form = 'one' | 'few' | 'many' | 'ofOne' | 'all'

const plural = makePlural('ru')

/** Which form stands beside the amount: after "не менее", "более", "около" the genitive. */
function formBeside(amount: Amount | null): Form {
  if (!amount) return 'all'
  const count = agreesWith(amount.quantity)
  if (count === null) return 'many'
  const category = plural(count, { one: 'one', few: 'few', other: 'many' }) as 'one' | 'few' | 'many'
  const { qualifier } = amount.quantity
  if (qualifier === 'exact' || qualifier === 'between') return category
  return category === 'one' ? 'ofOne' : 'many'
}

const endings: Record<'soft' | 'hard', Record<Form, string | Record<Gender, string>>> = {
  soft: {
    one: { m: 'ий', f: 'ая', n: 'ее' },
    few: { m: 'их', f: 'ие', n: 'их' },
    many: 'их',
    ofOne: { m: 'его', f: 'ей', n: 'его' },
    all: 'ие',
  },
  hard: {
    one: { m: 'ый', f: 'ая', n: 'ое' },
    few: { m: 'ых', f: 'ые', n: 'ых' },
    many: 'ых',
    ofOne: { m: 'ого', f: 'ой', n: 'ого' },
    all: 'ые',
  },
}

function decline(stem: string, form: Form, gender: Gender): string {
  const ending = endings[/[шщ]$/.test(stem) ? 'soft' : 'hard'][form]
  return stem + (typeof ending === 'string' ? ending : ending[gender])
}

/** "не менее 2 погибших гражданских лиц", "погибшие гражданские лица", "200 погибших". */
export function wordCountedRu(counted: Counted, amount: Amount | null): string {
  const { population, indicator, group } = counted
  const key = nounKeyOf(counted)
  const found = indicator === null ? undefined : predicates[indicator]
  const named = found?.noun ?? nouns[key] ?? person
  const form = formBeside(amount)
  const participles = (found?.participles ?? []).map(
    ([stem, tail = '']) => `${decline(stem, form, named.gender)}${tail}`,
  )
  const adjectives = [
    population.condition === 'wounded' ? decline('ранен', form, named.gender) : null,
    population.age === 'older' ? decline('престарел', form, named.gender) : null,
  ].filter((word) => word !== null)
  // A participle is a noun by itself: "200 погибших", not "200 погибших человек".
  const isBare = named === person && participles.length + adjectives.length > 0
  const unknown = indicator !== null && !found ? `(${counted.label})` : null
  return [
    amount?.text,
    participles.join(' или '),
    ...adjectives,
    isBare ? null : named[form],
    population.disability ? 'с инвалидностью' : null,
    found?.after,
    unknown,
    group && `(${group})`,
  ]
    .filter(Boolean)
    .join(' ')
}
