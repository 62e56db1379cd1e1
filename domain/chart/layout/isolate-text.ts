/**
 * A text that keeps its own direction inside a drawing, whose direction is always left to right so that places mean the same in every
 * renderer: right-to-left text is set between the marks of a right-to-left isolate (Unicode UAX 9). Left-to-right text needs none.
 */
export function isolateText(text: string, direction: 'ltr' | 'rtl'): string {
  return direction === 'rtl' && text ? `\u2067${text}\u2069` : text
}
