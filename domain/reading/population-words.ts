import type { Population } from '@/domain/population/population'

type Facet = { [Key in keyof Population]?: NonNullable<Population[Key]> }

/** Words for the people that were counted, by stems, and the facet each states. An empty facet: people, no more said. */
const stems: [pattern: RegExp, facet: Facet][] = [
  [
    /^(?:civilians?|residents?|inhabitants|гражданск|мирн|жител|քաղաքացիական|բնակիչ|(?:مدني|مدنيا|مدنيًا|مدنيين|مدنيون)$|sivil|civile?s|zivilist)/iu,
    { status: 'civilian' },
  ],
  [
    /^(?:fighters?|combatants?|militants?|insurgents?|gunmen|боевик|комбатант|զինյալ|(?:مقاتل|مسلح))/iu,
    { status: 'combatant' },
  ],
  [
    /^(?:child(?:ren)?|kids?|minors?|infants?|bab(?:y|ies)|toddlers?|schoolchildren|дет(?:и|ей|ям|ьми)$|реб[её]н|несовершеннолетн|младен|երեխ|անչափահաս|մանկահասակ|(?:طفل|أطفال|الأطفال|قاصر)|çocu|niñ[oa]s?|menores|enfants?|kind(?:er)?$|bambini)/iu,
    { age: 'child' },
  ],
  [/^(?:girls?|девоч|աղջ[իկ]|(?:فتاة|فتيات))/iu, { age: 'child', sex: 'female' }],
  [/^(?:boys?|мальчик|տղա(?:ներ)?$|(?:صبي|فتيان))/iu, { age: 'child', sex: 'male' }],
  [/^(?:elderly|pensioners?|пожил|пенсионер|стариков|տարեց|ծեր|(?:مسن|مسنين|مسنا))/iu, { age: 'older' }],
  [/^(?:adults?|взросл|չափահաս|(?:بالغ|بالغين))/iu, { age: 'adult' }],
  [
    /^(?:wom[ae]n|females?|женщин|կին$|կանայք|կանանց|(?:امرأة|نساء|النساء|سيدة)|kadın|mujer|femmes?|frauen|donne)/iu,
    { sex: 'female' },
  ],
  [/^(?:m[ae]n|males?|мужчин|տղամարդ|(?:رجل|رجال|رجلا)|erkek|hombres?|hommes?|männer|uomini)$/iu, { sex: 'male' }],
  [
    /^(?:soldiers?|servicem[ae]n|servicemembers?|troops?|conscripts?|солдат|военнослужащ|военн|զինծառայող|զինվոր|(?:جندي|جنود|عسكري|عسكريين)|asker|soldado|militares?|soldats?|soldaten)/iu,
    { role: 'soldier' },
  ],
  [/^(?:police(?:m[ae]n)?|полицейск|милиционер|ոստիկան|(?:شرطي|شرطة|شرطيا)|polis|policía)/iu, { role: 'police' }],
  [/^(?:peacekeepers?|миротвор|խաղաղապահ|(?:حفظة|جنود حفظ))/iu, { role: 'peacekeeper' }],
  [
    /^(?:journalists?|reporters?|журналист|լրագրող|(?:صحفي|صحفيا|صحفيين|صحافي)|gazeteci|periodistas?)/iu,
    { role: 'journalist' },
  ],
  [
    /^(?:doctors?|medics?|nurses?|paramedics?|врач|медик|медицинск|բժիշկ|բուժ|(?:طبيب|أطباء|مسعف|ممرض)|médicos?)/iu,
    { role: 'medical' },
  ],
  [/^(?:rescuers?|humanitarians?|гуманитарн|спасател)/iu, { role: 'aid-worker' }],
  [/^(?:officials?|чиновник|պաշտոնյա|(?:مسؤول|موظف))/iu, { role: 'official' }],
  [/^(?:patients?|пациент|հիվանդ(?:ներ)?$|(?:مريض|مرضى)|pacientes?)/iu, { condition: 'patient' }],
  [/^(?:wounded|injured|раненых|վիրավորներ|(?:جريح|جرحى))$/iu, { condition: 'wounded' }],
  [/^(?:disabled|инвалид|հաշմանդամ)/iu, { disability: 'with-disability' }],
  [
    /^(?:people|persons?|individuals?|others|victims?|residents?|citizens?|nationals?|refugees?|returnees?|evacuees?|arrivals?|migrants?|lives|fatalities|deaths?|dead|casualties|bodies|corpses|members?|students?|pupils?|teachers?|workers?|employees?|staff|passengers?|survivors?|detainees?|prisoners?|captives?|hostages?|compatriots?|asylum|relatives?|personnel|terrorists?|pilgrims?|farmers?|miners?|drivers?|volunteers?|displaced|homeless|missing|killed|человек|люд(?:и|ей|ям)|лиц(?:а)?$|погибш|убит|беженц|пострадавш|гражд[ао]н|житель|перемещ|задержанн|մարդ|անձ|քաղաքացի|զոհ|փախստական|տեղահանված|հոգի|(?:شخص|أشخاص|شخصا|شخصًا|ضحية|ضحايا|قتيل|قتلى|قتيلا|شهيد|شهداء|جريحا|مصاب|مصابا|لاجئ|لاجئا|لاجئين|نازح|نازحا|نازحين|مواطن|مفقود|معتقل)$|kişi|insan|muertos?|heridos?|personas?|víctimas|refugiados|desaparecidos|desplazados|personnes|morts|blessés|réfugiés|menschen|tote?$|verletzte|flüchtlinge|persone|sfollati|rifugiati)/iu,
    {},
  ],
]

/** The facet a word states of the people counted; an empty one for "people"; null where it names none. */
export function facetOfWord(word: string): Facet | null {
  return stems.find(([stem]) => stem.test(word))?.[1] ?? null
}
