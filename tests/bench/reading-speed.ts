import { proposeFigures } from '@/domain/reading/propose-figures'
import { type Result, timed, timeEach } from '@/tests/bench/measure'

const sentences = [
  'The office of the ombudsman said that at least two civilians, including a child, were killed and 11 others wounded as of 4 p.m.',
  'On 19 September more than 10,000 people were evacuated from 16 settlements, and about 2,300 families spent the night in schools.',
  'The ministry reported 192 servicemen killed and 511 wounded; the authorities of the other side denied the number.',
  'Residents spoke of a night without light and of roads that nobody had opened, and asked when the buses would come.',
]

/** A thousand words of the kind that is pasted, from which figures are proposed. */
export async function measureReading(): Promise<Result[]> {
  const words = Array.from({ length: 14 }, () => sentences.join(' '))
    .join('\n\n')
    .split(/(?<=\s)(?=\S)/u)
  const text = words.slice(0, 1000).join('')
  const times = await timeEach(
    Array.from({ length: 45 }, (_, round) => round),
    async () => proposeFigures(text),
  )
  return [timed('figures proposed from a text', '1,000 words', times, 200)]
}
