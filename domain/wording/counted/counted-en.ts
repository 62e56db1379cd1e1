import type { Population } from '@/domain/population/population'
import { type Amount, type Counted, isOne, nounKeyOf } from '@/domain/wording/counted/counted'

const nouns: Record<string, [one: string, other: string]> = {
  person: ['person', 'people'],
  civilian: ['civilian', 'civilians'],
  combatant: ['combatant', 'combatants'],
  child: ['child', 'children'],
  'civilian-child': ['civilian child', 'civilian children'],
  soldier: ['soldier', 'soldiers'],
  police: ['police officer', 'police officers'],
  official: ['official', 'officials'],
  medical: ['medical worker', 'medical workers'],
  journalist: ['journalist', 'journalists'],
  'aid-worker': ['aid worker', 'aid workers'],
  peacekeeper: ['peacekeeper', 'peacekeepers'],
  'road-worker': ['road worker', 'road workers'],
  'interior-ministry': ['interior-ministry staff member', 'interior-ministry staff'],
  patient: ['patient', 'patients'],
  woman: ['woman', 'women'],
  man: ['man', 'men'],
  girl: ['girl', 'girls'],
  boy: ['boy', 'boys'],
  households: ['household', 'households'],
  children: ['child', 'children'],
  settlements: ['settlement', 'settlements'],
  objects: ['civilian object', 'civilian objects'],
  complaints: ['complaint', 'complaints'],
}

/** What an indicator says of those counted: "200 people killed"; `noun` stands in place of the people where the thing counted is another. */
const predicates: Record<string, { predicate: string; noun?: [one: string, other: string] }> = {
  killed: { predicate: 'killed' },
  injured: { predicate: 'injured' },
  missing: { predicate: 'missing' },
  detained: { predicate: 'detained' },
  'newly-detained': { predicate: 'newly detained' },
  'ill-treated': { predicate: 'ill-treated' },
  casualties: { predicate: 'killed or injured' },
  'remains-recovered': { predicate: 'recovered', noun: ['set of remains', 'sets of remains'] },
  'bodies-awaiting-recovery': { predicate: 'awaiting recovery', noun: ['body', 'bodies'] },
  'died-during-displacement': { predicate: 'who died during displacement' },
  displaced: { predicate: 'displaced' },
  evacuated: { predicate: 'evacuated' },
  idps: { predicate: 'internally displaced' },
  arrived: { predicate: 'arrived' },
  registered: { predicate: 'registered' },
  returned: { predicate: 'returned' },
  remaining: { predicate: 'remaining' },
  sheltering: { predicate: 'sheltering' },
  accommodated: { predicate: 'given accommodation' },
  'residence-applications': { predicate: 'who applied for residence' },
  'transferred-to-hospital': { predicate: 'transferred to hospital' },
  'in-treatment': { predicate: 'in treatment' },
  'complaints-received': { predicate: 'received' },
  'complaints-open': { predicate: 'open' },
  'complaints-resolved': { predicate: 'resolved' },
  'separated-families': { predicate: 'separated', noun: ['family', 'families'] },
  'unaccompanied-children': { predicate: 'unaccompanied', noun: ['child', 'children'] },
  'settlements-shelled': { predicate: 'shelled' },
  'civilian-objects-damaged': { predicate: 'damaged' },
  'without-water': { predicate: 'without water' },
  'without-power': { predicate: 'without power' },
  'without-food': { predicate: 'without enough food' },
  'without-medicine': { predicate: 'without the medicine they need' },
  'population-before': { predicate: 'living there before' },
}

function qualify({ age, condition, disability }: Population, noun: string): string {
  const older = age === 'older' ? 'older ' : ''
  const wounded = condition === 'wounded' ? 'wounded ' : ''
  return `${wounded}${older}${noun}${disability ? ' with a disability' : ''}`
}

/** "civilians", "children", "wounded people"; a crisis's group is named instead of "people". */
function nameCounted(counted: Counted, isSingular: boolean): string {
  const key = nounKeyOf(counted)
  const [one, other] = nouns[key] ?? ['person', 'people']
  const noun = qualify(counted.population, isSingular ? one : other)
  if (!counted.group) return noun
  return key === 'person' ? counted.group : `${noun} (${counted.group})`
}

/** "at least 2 civilians killed", "people killed", "sets of remains recovered". */
export function wordCountedEn(counted: Counted, amount: Amount | null): string {
  const isSingular = amount !== null && isOne(amount.quantity)
  const found = counted.indicator === null ? undefined : predicates[counted.indicator]
  const noun = found?.noun ? found.noun[isSingular ? 0 : 1] : nameCounted(counted, isSingular)
  const predicate = counted.indicator === null ? null : (found?.predicate ?? counted.label.toLowerCase())
  return [amount?.text, noun, predicate].filter(Boolean).join(' ')
}
