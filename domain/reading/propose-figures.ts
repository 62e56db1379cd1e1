import { codelist } from '@/domain/indicator/codelist'
import type { Unit } from '@/domain/indicator/indicator'
import type { Population } from '@/domain/population/population'
import type { Quantity } from '@/domain/quantity/quantity'
import { type Candidate, findCandidates } from '@/domain/reading/find-candidates'
import { findCues } from '@/domain/reading/find-cues'
import { findQuantities } from '@/domain/reading/find-quantities'
import { cumulativeWords, denialWords, newWords, projectionWords, supersededWords } from '@/domain/reading/scope-words'
import { type Sentence, splitSentences } from '@/domain/reading/split-sentences'
import { peopleAfter, unitAfter } from '@/domain/reading/words-after'

/** How a number stands to others of its text: a total so far, of a short time, a part, an older one repeated, one to come. */
export type ScopeHint = 'cumulative' | 'new' | 'breakdown' | 'superseded' | 'projection'

/** A figure that a text seems to hold. A person accepts, mends or rejects it: nothing of it is saved unasked. */
export interface ProposedFigure {
  /** The shortest words that hold the number with its noun or verb, and where they stand (UTF-16 offsets). */
  quote: string
  start: number
  end: number
  quantity: Quantity
  /** A key of the codelist; null where it has no row for what is counted. */
  indicator: string | null
  /** The facets that the words state; the others are not stated. */
  population: Partial<Population>
  unit: Unit
  scopeHint: ScopeHint | null
  /** Somebody denies it in the same text. */
  disputed: boolean
}

/** Words that do not even tell an order of size are no figure to propose. */
const loose = /^(?:several|(?:a )?few|a handful|many|несколько|մի քանի|عدة|عدد من)$/iu

const mostQuoteWords = 25

/** From the number, or the cue before it, to the noun or cue behind it; without a cue that stands too far away. */
function quoteSpan(text: string, { found, cue, sentence }: Candidate): { start: number; end: number } {
  const people = peopleAfter(text, found.end)
  // A row says what it counts in front: "Open: 288".
  if (sentence.isRow) return { start: sentence.start, end: Math.max(found.end, people?.end ?? 0) }
  const isNear = cue.start >= sentence.start && cue.end <= sentence.end
  const start = isNear ? Math.min(found.start, cue.start) : found.start
  const end = Math.max(found.end, isNear ? cue.end : 0, people?.end ?? 0)
  const isShort = (text.slice(start, end).match(/\S+/g)?.length ?? 0) <= mostQuoteWords
  return isShort ? { start, end } : { start: found.start, end: Math.max(found.end, people?.end ?? 0) }
}

function scopeHintOf(text: string, { found, sentence, isPart }: Candidate): ScopeHint | null {
  const words = text.slice(sentence.start, sentence.end)
  const near = text.slice(Math.max(sentence.start, found.start - 60), Math.min(sentence.end, found.end + 80))
  if (supersededWords.test(words)) return 'superseded'
  if (projectionWords.test(near)) return 'projection'
  if (/(?:increased|rose|grew|up) by\s+$/iu.test(text.slice(sentence.start, found.start))) return 'new'
  if (isPart) return 'breakdown'
  if (newWords.test(near)) return 'new'
  return cumulativeWords.test(words) ? 'cumulative' : null
}

const numberOf = ({ low, high, qualifier }: Quantity) => (qualifier === 'unquantified' ? null : (low ?? high))
const samePeople = (a: Partial<Population>, b: Partial<Population>) =>
  (Object.keys({ ...a, ...b }) as (keyof Population)[]).every(
    (facet) => !a[facet] || !b[facet] || a[facet] === b[facet],
  )

/**
 * The candidates that somebody denies: whose number a denying sentence names, or which stand last before one in its paragraph that names
 * none ("strongly denied the claims").
 */
function findRefuted(text: string, sentences: readonly Sentence[], candidates: readonly Candidate[]): Set<Candidate> {
  const denied = new Set(candidates.filter(({ isDenied }) => isDenied).map(({ found }) => numberOf(found.quantity)))
  const refuted = new Set(
    candidates.filter(({ found }) => denied.has(numberOf(found.quantity)) && numberOf(found.quantity) !== null),
  )
  let next = 0
  let latest: Candidate[] = []
  for (const sentence of sentences) {
    const here: Candidate[] = []
    while (candidates[next] && candidates[next]?.sentence === sentence) here.push(...candidates.slice(next, ++next))
    if (here.length > 0) latest = here
    else if (
      latest[0]?.sentence.paragraph === sentence.paragraph &&
      denialWords.test(text.slice(sentence.start, sentence.end))
    ) {
      for (const candidate of latest) refuted.add(candidate)
    }
  }
  return refuted
}

/** Complaints are received, open or resolved: the word for it stands in the row or sentence. */
function refine(indicator: string | null, words: string): string | null {
  if (indicator !== 'complaints-received') return indicator
  if (/(?<!\p{L})(?:resolved|closed|решен\p{L}*|լուծված|حُلت)(?!\p{L})/iu.test(words)) return 'complaints-resolved'
  return /(?<!\p{L})(?:open|pending|unanswered|на рассмотрении|բաց)(?!\p{L})/iu.test(words)
    ? 'complaints-open'
    : indicator
}

/** "35 were injured" says what happened to them, not that wounded people were counted. */
function statedPopulation(text: string, position: number, indicator: string | null): Partial<Population> {
  const { condition, ...facets } = peopleAfter(text, position)?.facets ?? {}
  return condition === undefined || (condition === 'wounded' && indicator === 'injured')
    ? facets
    : { ...facets, condition }
}

const unitsOf = new Map(codelist.map(({ key, unit }) => [key, unit]))

/** What the words count; where they say persons or nothing, what the indicator counts. */
function unitOf(text: string, position: number, indicator: string | null): Unit {
  const said = unitAfter(text, position)
  if (said !== null && said !== 'persons') return said
  return unitsOf.get(indicator ?? '') ?? 'persons'
}

/**
 * The figures that a text seems to hold, in its order. A number said twice of the same people is proposed once; one that is only denied is
 * not proposed. `language`: BCP 47, where it is known. The rules are words and distances (English first; Russian, Armenian, Arabic and
 * what other sources use as far as their words go), so that a person can see why something was proposed.
 */
export function proposeFigures(text: string, { language = null }: { language?: string | null } = {}): ProposedFigure[] {
  const sentences = splitSentences(text)
  const quantities = findQuantities(text, language).filter(
    ({ isCount, quantity }) => isCount && !loose.test(quantity.words),
  )
  const candidates = findCandidates(text, sentences, quantities, findCues(text))
  const refuted = findRefuted(text, sentences, candidates)
  const stated = new Set(candidates.filter(({ isDenied }) => !isDenied).map(({ found }) => numberOf(found.quantity)))
  const said = new Map<string, Partial<Population>[]>()
  return candidates.flatMap((candidate): ProposedFigure[] => {
    const { found, cue, sentence, isDenied } = candidate
    const number = numberOf(found.quantity)
    if (isDenied && stated.has(number)) return []
    const indicator = refine(cue.indicator, text.slice(sentence.start, sentence.end))
    const population = statedPopulation(text, found.end, indicator)
    const key = `${indicator} ${number}`
    const before = said.get(key) ?? []
    if (number !== null && before.some((people) => samePeople(people, population))) return []
    said.set(key, [...before, population])
    const span = quoteSpan(text, candidate)
    return [
      {
        quote: text.slice(span.start, span.end),
        ...span,
        quantity: found.quantity,
        indicator,
        population,
        unit: unitOf(text, found.end, indicator),
        scopeHint: scopeHintOf(text, candidate),
        disputed: refuted.has(candidate),
      },
    ]
  })
}
