/** Accent colours of a report: each at least 4.5:1 on white, and told apart from the ink in black and white by place, not by shade. */
export const accents = ['blue', 'teal', 'green', 'plum', 'brown', 'slate'] as const
export type Accent = (typeof accents)[number]

/** The palette on white paper. */
export const accentColours: Record<Accent, string> = {
  blue: '#0B5CAD',
  teal: '#00696B',
  green: '#2F6B1F',
  plum: '#7B3F8C',
  brown: '#8A4B14',
  slate: '#465361',
}
