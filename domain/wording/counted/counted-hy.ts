import { type Amount, type Counted, nounKeyOf } from '@/domain/wording/counted/counted'

/** After a number a noun stands in the singular: "200 երեխա", but "երեխաներ". */
type Forms = [beside: string, alone: string]

const withPlural = (word: string): Forms => [word, `${word}ներ`]

const nouns: Record<string, Forms> = {
  person: ['մարդ', 'մարդիկ'],
  civilian: ['քաղաքացիական անձ', 'քաղաքացիական անձինք'],
  combatant: withPlural('կոմբատանտ'),
  child: withPlural('երեխա'),
  'civilian-child': ['երեխա (քաղաքացիական անձ)', 'երեխաներ (քաղաքացիական անձինք)'],
  soldier: withPlural('զինծառայող'),
  police: withPlural('ոստիկան'),
  official: withPlural('պաշտոնյա'),
  medical: withPlural('բուժաշխատող'),
  journalist: withPlural('լրագրող'),
  'aid-worker': withPlural('մարդասիրական կառույցի աշխատակից'),
  peacekeeper: withPlural('խաղաղապահ'),
  'road-worker': withPlural('ճանապարհային ծառայության աշխատակից'),
  'interior-ministry': withPlural('ներքին գործերի նախարարության աշխատակից'),
  patient: withPlural('բուժառու'),
  woman: ['կին', 'կանայք'],
  man: ['տղամարդ', 'տղամարդիկ'],
  girl: withPlural('աղջիկ'),
  boy: withPlural('տղա'),
  households: withPlural('տնային տնտեսություն'),
  children: withPlural('երեխա'),
  settlements: ['բնակավայր', 'բնակավայրեր'],
  objects: withPlural('քաղաքացիական օբյեկտ'),
  complaints: withPlural('բողոք'),
}

const body = withPlural('մարմին')

/** What befell those counted: a participle, which stands for the people where nothing else names them; `noun` where another thing is counted. */
const predicates: Record<string, { participle: string; noun?: Forms; alone?: string }> = {
  killed: { participle: 'զոհված' },
  injured: { participle: 'վիրավոր' },
  missing: { participle: 'անհետ կորած' },
  detained: { participle: 'ազատազրկված' },
  'newly-detained': { participle: 'նոր ձերբակալված' },
  'ill-treated': { participle: 'վատ վերաբերմունքի ենթարկված' },
  casualties: { participle: 'զոհված կամ վիրավոր', alone: 'զոհվածներ կամ վիրավորներ' },
  'remains-recovered': { participle: 'հայտնաբերված', noun: body },
  'bodies-awaiting-recovery': { participle: 'դեռ չտեղափոխված', noun: body },
  'died-during-displacement': { participle: 'տեղահանման ընթացքում մահացած' },
  displaced: { participle: 'տեղահանված' },
  evacuated: { participle: 'տարհանված' },
  idps: { participle: 'ներքին տեղահանված' },
  arrived: { participle: 'ժամանած' },
  registered: { participle: 'գրանցված' },
  returned: { participle: 'վերադարձած' },
  remaining: { participle: 'տեղում մնացած' },
  sheltering: { participle: 'ժամանակավոր կացարանում գտնվող' },
  accommodated: { participle: 'կացարանով ապահովված' },
  'residence-applications': { participle: 'կացության իրավունքի համար դիմած' },
  'transferred-to-hospital': { participle: 'հիվանդանոց տեղափոխված' },
  'in-treatment': { participle: 'բուժում ստացող' },
  'complaints-received': { participle: 'ստացված' },
  'complaints-open': { participle: 'քննվող' },
  'complaints-resolved': { participle: 'լուծում ստացած' },
  'separated-families': { participle: 'բաժանված', noun: withPlural('ընտանիք') },
  'unaccompanied-children': { participle: 'առանց ուղեկցողի', noun: withPlural('երեխա') },
  'settlements-shelled': { participle: 'գնդակոծված' },
  'civilian-objects-damaged': { participle: 'վնասված' },
  'without-water': { participle: 'ջրից զրկված' },
  'without-power': { participle: 'էլեկտրաէներգիայից զրկված' },
  'without-food': { participle: 'բավարար սնունդ չունեցող' },
  'without-medicine': { participle: 'անհրաժեշտ դեղեր չունեցող' },
  'population-before': { participle: 'նախկինում այնտեղ բնակված' },
}

/** "առնվազն 2 զոհված քաղաքացիական անձ", "զոհված քաղաքացիական անձինք", "200 զոհված". */
export function wordCountedHy(counted: Counted, amount: Amount | null): string {
  const { population, indicator, group } = counted
  const key = nounKeyOf(counted)
  const found = indicator === null ? undefined : predicates[indicator]
  const [beside, alone] = found?.noun ?? nouns[key] ?? (nouns.person as Forms)
  const adjectives = [
    population.condition === 'wounded' ? 'վիրավոր' : null,
    population.age === 'older' ? 'տարեց' : null,
    population.disability ? 'հաշմանդամություն ունեցող' : null,
  ].filter((word) => word !== null)
  const describing = [found?.participle, ...adjectives].filter((word) => word !== undefined)
  const isBare = found !== undefined && !found.noun && key === 'person'
  const people = amount ? beside : alone
  const phrase = isBare
    ? amount
      ? describing.join(' ')
      : [
          ...describing.slice(0, -1),
          adjectives.length > 0 ? `${describing.at(-1)}ներ` : (found.alone ?? `${found.participle}ներ`),
        ].join(' ')
    : [...describing, people].join(' ')
  const unknown = indicator !== null && !found ? `(${counted.label})` : null
  return [amount?.text, phrase, unknown, group && `(${group})`].filter(Boolean).join(' ')
}
