/** A label of the crisis within a sentence: its first letter small, unless it begins with a name or an abbreviation. */
export function withinSentence(label: string): string {
  return /^\p{Lu}\p{Ll}+(?!\p{Lu})/u.test(label) && !/^\p{Lu}\p{Ll}+ \p{Lu}/u.test(label)
    ? label.charAt(0).toLowerCase() + label.slice(1)
    : label
}
