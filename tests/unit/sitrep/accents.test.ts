import { describe, expect, it } from 'vitest'
import { accentColours, accents } from '@/domain/sitrep/accents'

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
const contrast = (a: string, b: string) => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

describe('the accents of reports', () => {
  it.each(accents)('%s reads on white paper, in small type too', (accent) => {
    expect(contrast(accentColours[accent], '#FFFFFF')).toBeGreaterThanOrEqual(4.5)
  })

  it('are told apart from one another', () => {
    expect(new Set(Object.values(accentColours)).size).toBe(accents.length)
  })
})
