/** How one language spells numbers. Words are in lower case. */
export interface NumberWords {
  /** Words with a value of their own: 1 to 900. */
  values: Record<string, number>
  /** What multiplies the number before it: "hundred", "тыс", "آلاف". */
  scales: Record<string, number>
  /** Scales that are a number without one before them: "сто" is written as a value, "тысяча человек" is 1,000. */
  bareScales?: string[]
  /** Scales that are a number of their own behind these words: "более тысячи", where a bare "тысячи" is "thousands". */
  scalesAfter?: { words: string[]; scales: string[] }
  /** Words that join two parts of one number: "two hundred and five". */
  joiners?: string[]
  /** Words for one that count only before a scale ("a dozen") or a person ("a child"). */
  articles?: string[]
  /** Persons whom an article counts: "including a child". */
  persons?: string[]
  /** Values and scales that are another word in another language ("on", "once", "due"): read only where the language is said. */
  ambiguous?: string[]
}
