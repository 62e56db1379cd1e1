/** The field of the form that a JSON pointer of a refused statement or figure leads to; `form` where it leads to none. */
export function fieldOfPointer(pointer: string): string {
  const [first = '', second = ''] = pointer
    .replace(/^\/(?:figures\/\d+|content)(?=\/|$)/, '')
    .split('/')
    .slice(1)
  if (first === 'citations') return 'quote'
  if (first === 'quantity' || first === 'derived') return 'number'
  if (first === 'grade') return second === 'reason' ? 'gradeReason' : 'grade'
  if (first === 'basis') return second === 'start' ? 'basisStart' : second === 'end' ? 'basisEnd' : 'basis'
  return known.has(first) ? first : 'form'
}

const known = new Set(
  [
    ['indicator', 'population', 'populationWords', 'places', 'events', 'unit', 'nature', 'asOf', 'coverage', 'partOf'],
    ['credibility', 'sensitivity', 'claimant', 'speaker', 'occasion', 'saidAt', 'kind', 'text', 'saidBy', 'figures'],
    [
      'figure',
      'by',
      'aspect',
      'words',
      'statedAt',
      'statement',
      'title',
      'url',
      'publisher',
      'publishedAt',
      'language',
    ],
    ['from', 'to', 'place', 'parent', 'names', 'level', 'point', 'pcode', 'party', 'reason'],
  ].flat(),
)

const fields: Record<string, string> = {
  'part-exceeds-whole': 'partOf',
  'parts-do-not-sum': 'partOf',
  'as-of-in-future': 'asOf',
  'as-of-after-publication': 'asOf',
  'no-as-of': 'asOf',
  stale: 'asOf',
  'number-not-in-quote': 'quote',
  'number-in-quote-unused': 'quote',
  'unit-mixed': 'unit',
  'overlapping-periods': 'basis',
  'place-outside-crisis': 'places',
}

/** The field a finding stands beside. */
export function fieldOfFinding(code: string): string {
  return fields[code] ?? 'number'
}
