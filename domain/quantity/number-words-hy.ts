import type { NumberWords } from '@/domain/quantity/number-words'

const ones = ['մեկ', 'երկու', 'երեք', 'չորս', 'հինգ', 'վեց', 'յոթ', 'ութ', 'ինը']
const tens = ['տաս', 'քսան', 'երեսուն', 'քառասուն', 'հիսուն', 'վաթսուն', 'յոթանասուն', 'ութսուն', 'իննսուն']

/** Tens and ones are written as one word: 23 is "քսաներեք", 11 "տասնմեկ". */
const compounds = tens.flatMap((ten, t) =>
  ones.map((one, o): [string, number] => [`${t === 0 ? 'տասն' : ten}${one}`, (t + 1) * 10 + o + 1]),
)

export const armenian: NumberWords = {
  values: Object.fromEntries([
    ...ones.map((word, index): [string, number] => [word, index + 1]),
    ...tens.map((word, index): [string, number] => [word, (index + 1) * 10]),
    ...compounds,
    ['տասը', 10],
    ['ինն', 9],
    ['երկուսը', 2],
    ['երկուսն', 2],
    ['երեքը', 3],
    ['երեքն', 3],
    ['չորսը', 4],
    ['հինգը', 5],
  ]),
  scales: { հարյուր: 100, հազար: 1000, միլիոն: 1_000_000, մլն: 1_000_000 },
  bareScales: ['հարյուր', 'հազար', 'միլիոն'],
}
