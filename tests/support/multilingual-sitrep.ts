import type { Run } from '@/domain/citation/cited-source'
import type { Sitrep } from '@/domain/sitrep/sitrep'
import { makeSampleSitrep } from '@/tests/support/sample-sitrep'

type Words = Record<
  | 'title'
  | 'crisis'
  | 'kind'
  | 'asOf'
  | 'period'
  | 'mark'
  | 'highlights'
  | 'first'
  | 'second'
  | 'figures'
  | 'tile'
  | 'atLeast'
  | 'who'
  | 'one'
  | 'positions'
  | 'claimant'
  | 'figure'
  | 'contested'
  | 'states'
  | 'denies'
  | 'sources'
  | 'content'
  | 'audit'
  | 'none',
  string
>

const words: Record<'hy' | 'ar', Words> = {
  hy: {
    title: 'Լեռնային Ղարաբաղ',
    crisis: 'Լեռնային Ղարաբաղ 2023',
    kind: 'Իրավիճակային զեկույց 12',
    asOf: '2023 թվականի սեպտեմբերի 30-ի դրությամբ (UTC+4)',
    period: 'Ընդգրկում է սեպտեմբերի 29-ից 30-ը',
    mark: 'Վերականգնված է հրապարակված աղբյուրներից',
    highlights: 'Գլխավորը',
    first: 'Հայաստանի կառավարությունը հաշվել է 100\u202f417 ժամանած անձ',
    second: 'ՄԱԿ-ի փախստականների գործակալությունը (UNHCR)՝ ավելի քան 88\u202f000',
    figures: 'Հիմնական թվեր',
    tile: 'Ժամանել են Հայաստան',
    atLeast: 'առնվազն',
    who: 'Հայաստանի կառավարություն, 30 սեպտեմբերի',
    one: 'մեկ աղբյուր',
    positions: 'Դիրքորոշումներ',
    claimant: 'Ով է հայտնել',
    figure: 'Թիվ',
    contested: 'Վիճարկվող թվեր',
    states: 'հայտնում է',
    denies: 'հերքում է',
    sources: 'Աղբյուրներ',
    content: 'բովանդակություն',
    audit: 'մատյան',
    none: 'թիվ չի հաղորդվել',
  },
  ar: {
    title: 'ناغورني قره باغ',
    crisis: 'ناغورني قره باغ 2023',
    kind: 'تقرير الحالة 12',
    asOf: 'حتى 30 سبتمبر 2023، نهاية اليوم (UTC+4)',
    period: 'يغطي 29 إلى 30 سبتمبر',
    mark: 'أعيد بناؤه من مصادر منشورة',
    highlights: 'أبرز النقاط',
    first: 'أحصت حكومة أرمينيا وصول 100417 شخصا',
    second: 'المفوضية (UNHCR): أكثر من 88000',
    figures: 'الأرقام الرئيسية',
    tile: 'الواصلون إلى أرمينيا',
    atLeast: 'على الأقل',
    who: 'حكومة أرمينيا، 30 سبتمبر',
    one: 'مصدر واحد',
    positions: 'المواقف',
    claimant: 'الجهة',
    figure: 'الرقم',
    contested: 'أرقام متنازع عليها',
    states: 'تقول',
    denies: 'تنفي',
    sources: 'المصادر',
    content: 'المحتوى',
    audit: 'السجل',
    none: 'لم يبلغ عن رقم',
  },
}

const cited = (text: string, n: number): Run => ({ text, cite: [{ n, quote: 0 }] })

/** A short report in Armenian or Arabic whose lines mix four scripts. */
export function makeMultilingualSitrep(language: 'hy' | 'ar'): Sitrep {
  const word = words[language]
  const sample = makeSampleSitrep()
  const tile = sample.sections.flatMap(({ blocks }) => blocks).find((block) => block.kind === 'tiles')?.tiles[0]
  if (!tile) throw new Error('The sample has no tile.')
  return {
    ...sample,
    language,
    title: word.title,
    crisis: { slug: 'nagorno-karabakh-2023', title: word.crisis },
    header: {
      ...sample.header,
      kindText: word.kind,
      asOfText: word.asOf,
      periodText: word.period,
      nextIssueText: null,
      marks: [word.mark],
    },
    sections: [
      {
        key: 'highlights',
        heading: word.highlights,
        blocks: [
          {
            kind: 'list',
            items: [
              [
                cited(word.first, 1),
                { text: ' (Степанакерт / Stepanakert / Ստեփանակերտ / ستيباناكيرت)', cite: [{ n: 8, quote: 0 }] },
              ],
              [cited(word.second, 6)],
              [{ text: 'более 200 человек погибли', language: 'ru', cite: [{ n: 5, quote: 0 }] }],
            ],
          },
        ],
      },
      {
        key: 'key-figures',
        heading: word.figures,
        blocks: [
          {
            kind: 'tiles',
            tiles: [
              {
                ...tile,
                key: 'a',
                label: word.tile,
                parts: [],
                who: [cited(word.who, 1)],
                agreement: word.one,
                verification: '',
                change: null,
              },
              {
                ...tile,
                key: 'b',
                label: word.tile,
                values: [{ before: word.atLeast, number: '200', after: '' }],
                parts: [],
                who: [cited(word.who, 2)],
                agreement: word.one,
                verification: '',
                change: null,
                contested: true,
              },
              {
                ...tile,
                key: 'c',
                label: word.tile,
                values: [],
                parts: [],
                who: [],
                agreement: '',
                verification: '',
                change: null,
                sparkline: null,
              },
            ],
          },
          {
            kind: 'table',
            caption: word.positions,
            columns: [
              { label: word.claimant, align: 'start' },
              { label: word.figure, align: 'end' },
            ],
            rows: [
              [[{ text: word.who }], [cited('100\u202f417', 1)]],
              [[{ text: 'UNHCR' }], [cited('88\u202f000', 16)]],
              [[{ text: 'Омбудсмен', language: 'ru' }], [cited('200', 5)]],
            ],
          },
        ],
      },
      {
        key: 'contested',
        heading: word.contested,
        blocks: [
          {
            kind: 'contested',
            items: [
              {
                title: word.contested,
                sides: [
                  {
                    role: 'states',
                    who: 'Reuters',
                    quote: 'six of its citizens had been killed by land mines',
                    language: 'en',
                    detail: [cited('Reuters', 4)],
                  },
                  {
                    role: 'denies',
                    who: 'Омбудсмен',
                    quote: 'более 400 гражданских лиц получили ранения',
                    language: 'ru',
                    detail: [cited('TASS', 5)],
                  },
                  {
                    role: 'states',
                    who: 'Armenpress',
                    quote: 'զոհվել է առնվազն 200 մարդ',
                    language: 'hy',
                    detail: [cited('Armenpress', 7)],
                  },
                  {
                    role: 'denies',
                    who: 'الجزيرة',
                    quote: 'إصابة أكثر من 40 مدنيا بجروح',
                    language: 'ar',
                    detail: [cited('Al Jazeera', 8)],
                  },
                ],
                remark: [{ text: word.one }],
              },
            ],
          },
        ],
      },
    ],
    sourcesHeading: word.sources,
    labels: {
      ...sample.labels,
      content: word.content,
      audit: word.audit,
      noFigure: word.none,
      or: '/',
      states: word.states,
      denies: word.denies,
    },
  }
}

/** A flash update: few sections, an end to its validity, an exercise. */
export function makeFlashUpdate(): Sitrep {
  const sample = makeSampleSitrep()
  return {
    ...sample,
    kind: 'flash-update',
    title: 'Sela valley',
    crisis: { slug: 'exercise-sela', title: 'Sela valley (exercise)' },
    header: {
      ...sample.header,
      kindText: 'Flash update 3',
      nextIssueText: null,
      expiresText: 'Expires 1 October 2023, 12:00 (UTC+4)',
      marks: ['Exercise - invented'],
    },
    sections: sample.sections.filter(({ key }) => ['highlights', 'key-figures', 'not-known', 'contact'].includes(key)),
    erratum: {
      replaces: 2,
      what: 'Replaces edition 2: the number of people missing was 105, not 150.',
      why: 'A digit was transposed when the statement of 26 September was entered; the quote was right.',
    },
  }
}
