import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { codelist } from '@/domain/indicator/codelist'
import { type ProposedFigure, proposeFigures } from '@/domain/reading/propose-figures'

const brief = (text: string) =>
  proposeFigures(text).map(({ quantity, indicator }) => `${quantity.words} ${indicator ?? '-'}`)

describe('the figures proposed from a text', () => {
  it('stand where their quotes stand, and name an indicator of the codelist or none', () => {
    const text = 'On 19 September at least two civilians, including a child, were killed and 11 others wounded.'
    const keys = new Set<string | null>([null, ...codelist.map(({ key }) => key)])
    const figures = proposeFigures(text)
    expect(figures).toHaveLength(3)
    for (const { quote, start, end, indicator } of figures) {
      expect(text.slice(start, end)).toBe(quote)
      expect(keys.has(indicator)).toBe(true)
    }
  })

  it('are the parts of a figure too', () => {
    const [, child] = proposeFigures('At least two civilians, including a child, were killed and 11 others wounded.')
    expect(child).toMatchObject({
      quantity: { low: 1, high: 1 },
      indicator: 'killed',
      population: { age: 'child' },
      scopeHint: 'breakdown',
    })
  })

  it('are no days, shares, ages, weapons or buildings', () => {
    const text =
      'On 14 May 2023 at 18:30 a Kh-22 missile killed 12 people, 40% of them aged 60; 33 rockets hit 70 apartments and four hospitals.'
    expect(brief(text)).toEqual(['12 killed'])
  })

  it('go with the word that tells what happened, not with the word for the people', () => {
    expect(brief('Almost 48,000 refugees are accommodated by the state.')).toEqual(['Almost 48,000 accommodated'])
    expect(brief('The strike killed two and injured 11.')).toEqual(['two killed', '11 injured'])
    expect(brief('The death toll in the town has risen to 125.')).toEqual(['125 killed'])
  })

  it('are disputed where the text denies them, and a denial is no figure of its own', () => {
    const denied = 'Baku said that six people were killed on a road. It named nobody. The other side denied the claims.'
    expect(proposeFigures(denied)).toMatchObject([{ quantity: { low: 6 }, disputed: true }])
    const named = 'The report says that 11,300 people died. Later the society denied having spoken of 11,300 deaths.'
    expect(proposeFigures(named)).toMatchObject([{ quantity: { low: 11_300 }, disputed: true }])
  })

  it('are those of the rows of a list under its heading', () => {
    const text = 'Table of complaints since 14 October\nReceived: 412\nOpen: 288\nRight to property: 139 received'
    expect(proposeFigures(text).map(({ quote, indicator, unit }) => [quote, indicator, unit])).toEqual([
      ['Received: 412', 'complaints-received', 'complaints'],
      ['Open: 288', 'complaints-open', 'complaints'],
      ['Right to property: 139', 'complaints-received', 'complaints'],
    ])
  })

  it('are read in Russian, Armenian and Arabic', () => {
    expect(brief('Погибли не менее двух человек, ещё шестеро ранены.')).toEqual([
      'не менее двух killed',
      'шестеро injured',
    ])
    expect(brief('Զոհվել է առնվազն երկու մարդ, վիրավորվել՝ 11-ը։')).toEqual(['առնվազն երկու killed', '11 injured'])
    expect(brief('قُتل ما لا يقل عن ٦ أشخاص وأصيب أكثر من 20 آخرين.')).toEqual([
      'ما لا يقل عن ٦ killed',
      'أكثر من 20 injured',
    ])
  })

  it('say what kind of count it is where the words tell', () => {
    const hint = (text: string) => proposeFigures(text)[0]?.scopeHint
    expect(hint('357 people were killed in the past 24 hours.')).toBe('new')
    expect(hint('So far 357 people were killed.')).toBe('cumulative')
    expect(hint('The number of the killed could reach 20,000 people.')).toBe('projection')
    expect(hint('Earlier, it said that 20 people were killed.')).toBe('superseded')
    expect(hint('20 people were killed.')).toBeNull()
  })
})

/* Real passages annotated by hand. Where the folder is not there, they cannot be judged. */
const passagesFile = new URL('../../../../shared/data/extraction/passages.jsonl', import.meta.url)

interface Annotated {
  start: number
  end: number
  indicator: string
  value_low: number | null
  value_high: number | null
  qualifier_norm: string
}
interface Passage {
  lang: string
  text: string
  figures: Annotated[]
}

/** The codelist's rows for the annotators' indicators, where they are not the same; null where it has none. */
const rowsOf: Record<string, (string | null)[]> = {
  sheltered: ['sheltering', 'accommodated'],
  hospitalized: ['transferred-to-hospital', 'in-treatment'],
  evacuated: ['evacuated', 'transferred-to-hospital'],
  detained: ['detained', 'newly-detained'],
  displaced: ['displaced', 'idps'],
  rescued: [null],
  abducted: [null],
  affected: [null],
  relocated: [null],
}

function isMatch(proposed: ProposedFigure, wanted: Annotated): boolean {
  const { low, high, qualifier } = proposed.quantity
  // "Dozens" is annotated as 24 and more; here it is a word without a number.
  const isVague = wanted.qualifier_norm === 'vague' && qualifier === 'unquantified'
  const isSameValue = low === wanted.value_low && high === wanted.value_high
  return proposed.start < wanted.end && proposed.end > wanted.start && (isVague || isSameValue)
}

function judge(passages: Passage[]) {
  const sum = { wanted: 0, proposed: 0, matched: 0, named: 0 }
  for (const { text, lang, figures } of passages) {
    const proposals = proposeFigures(text, { language: lang })
    sum.wanted += figures.length
    sum.proposed += proposals.length
    for (const wanted of figures) {
      const index = proposals.findIndex((one) => isMatch(one, wanted))
      const [found] = index < 0 ? [] : proposals.splice(index, 1)
      if (!found) continue
      sum.matched++
      if ((rowsOf[wanted.indicator] ?? [wanted.indicator]).includes(found.indicator)) sum.named++
    }
  }
  return {
    wanted: sum.wanted,
    recall: sum.matched / sum.wanted,
    precision: sum.matched / sum.proposed,
    indicator: sum.named / sum.matched,
  }
}

describe.skipIf(!existsSync(passagesFile))('the figures of 40 real passages', () => {
  const passages = (): Passage[] =>
    readFileSync(passagesFile, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))

  it('are found in English, few others are proposed, and most are named rightly', () => {
    const english = judge(passages().filter(({ lang }) => lang === 'en'))
    expect(english.wanted).toBeGreaterThan(100)
    expect(english.recall).toBeGreaterThanOrEqual(0.97)
    expect(english.precision).toBeGreaterThanOrEqual(0.97)
    expect(english.indicator).toBeGreaterThanOrEqual(0.95)
  })

  it('are found in all their languages', () => {
    const all = judge(passages())
    expect(all.recall).toBeGreaterThanOrEqual(0.97)
    expect(all.precision).toBeGreaterThanOrEqual(0.95)
    expect(all.indicator).toBeGreaterThanOrEqual(0.95)
  })
})
