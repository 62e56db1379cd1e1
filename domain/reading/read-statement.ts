/** A time of the clock that a text counts by ("as of 4 p.m."), in the zone of whoever says it. The day is for the caller to know. */
export interface SaidTime {
  /** 0 to 24; 24 is midnight at the end of the day. */
  hour: number
  minute: number
  words: string
  /** Where the words stand, UTF-16 offsets. */
  start: number
  end: number
}

/** What stands before a time that a count is valid for. */
const opening =
  '(?:as (?:of|at)|by|until|up to|at|valid for|по состоянию на|к|на|до|в|ժամը|حتى(?: الساعة)?|في(?: الساعة)?|عند الساعة|الساعة|saat)'
const clock =
  "(\\d{1,2})(?:[:.](\\d{2}))?\\s*(?:(a\\.?m\\.?|p\\.?m\\.?|утра|вечера|дня|صباحا|صباحًا|مساء|مساءً)|(o[’']clock|hours|hrs|час(?:ов|а)?|ч\\.))?"
const spoken = new RegExp(`(?<!\\p{L})${opening}\\s+(?:about |around |около )?${clock}(?![\\p{L}\\p{N}])`, 'giu')
const word = /(?<!\p{L})(?:as of|by|until|at|к|в)\s+(noon|midnight|полудню|полдень|полуночи|полночь)(?!\p{L})/giu

const isMorning = (half: string) => /^(?:a|утра|صب)/iu.test(half)

/**
 * The times of the clock in a text that a count may be valid for, in its order; those that "as of" or "by" opens stand for themselves, a
 * bare number does not ("by 6" may be six people). Read them together with the day the document was published.
 */
export function findSaidTimes(text: string): SaidTime[] {
  const times = [...text.matchAll(spoken)].flatMap((match): SaidTime[] => {
    const [words, hours = '', minutes, half, oclock] = match
    if (minutes === undefined && half === undefined && oclock === undefined) return []
    const said = Number(hours)
    const minute = Number(minutes ?? 0)
    if (said > 24 || minute > 59 || (half !== undefined && (said === 0 || said > 12)) || (said === 24 && minute > 0))
      return []
    const hour = half === undefined ? said : (said % 12) + (isMorning(half) ? 0 : 12)
    return [{ hour, minute, words, start: match.index, end: match.index + words.length }]
  })
  const named = [...text.matchAll(word)].map((match): SaidTime => {
    const isNoon = /^(?:noon|полуд|полд)/iu.test(match[1] ?? '')
    return {
      hour: isNoon ? 12 : 24,
      minute: 0,
      words: match[0],
      start: match.index,
      end: match.index + match[0].length,
    }
  })
  return [...times, ...named].sort((a, b) => a.start - b.start)
}
