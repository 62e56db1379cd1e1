/** The sections of a sitrep, in the order the field expects (section 9 of the domain). */
export const sectionKeys = [
  'highlights',
  'overview',
  'key-figures',
  'changes',
  'casualties',
  'displacement',
  'ombudsman',
  'contested',
  'not-known',
  'needs',
  'access',
  'chronology',
  'methodology',
  'contact',
] as const
export type SectionKey = (typeof sectionKeys)[number]
