import { canonicalJson } from '@/domain/canonical/canonical-json'
import type { DraftContent } from '@/domain/sitrep/draft'
import { type Sector, sectors } from '@/domain/sitrep/written'

const frameParts = [
  'asOf',
  'knownAt',
  'period',
  'nextIssue',
  'expiresHours',
  'languages',
  'leftOut',
  'erratum',
  'kind',
] as const
const proseParts = ['highlights', 'overview', 'access', 'protection', 'notes'] as const

/** What is changed as one: a field of the frame, a section of prose, a sector. */
export type DraftPart = (typeof frameParts)[number] | (typeof proseParts)[number] | Sector

/** In the order of reading. */
const parts: readonly DraftPart[] = [
  ...frameParts,
  'highlights',
  'overview',
  ...sectors,
  'access',
  'protection',
  'notes',
]

export interface MergedDraft {
  merged: DraftContent
  /** What the other person changed. */
  theirs: DraftPart[]
  /** Of these, what was changed here too, to something else: a person chooses. Until then `merged` has what stands here. */
  conflicts: DraftPart[]
}

/**
 * Joins what two people made of one content: each part as whoever changed it left it. `chosen` decides parts that both changed.
 */
export function mergeDrafts(
  { base, mine, theirs }: { base: DraftContent; mine: DraftContent; theirs: DraftContent },
  chosen: Partial<Record<DraftPart, 'mine' | 'theirs'>> = {},
): MergedDraft {
  const isOther = (a: DraftContent, b: DraftContent, part: DraftPart) => textOf(a, part) !== textOf(b, part)
  const changed = parts.filter((part) => isOther(base, theirs, part))
  const both = changed.filter((part) => isOther(base, mine, part) && isOther(mine, theirs, part))
  const taken = changed.filter((part) => (both.includes(part) ? chosen[part] === 'theirs' : true))
  return {
    merged: taken.reduce((content, part) => take(content, theirs, part), {
      ...mine,
      seen: { ...theirs.seen, ...mine.seen },
    }),
    theirs: changed,
    conflicts: both.filter((part) => chosen[part] === undefined),
  }
}

function partOf(content: DraftContent, part: DraftPart): unknown {
  if (isSector(part)) return content.written.sectors.find(({ sector }) => sector === part) ?? null
  return isProse(part) ? content.written[part] : content[part]
}

const textOf = (content: DraftContent, part: DraftPart) => canonicalJson(partOf(content, part))

function take(mine: DraftContent, theirs: DraftContent, part: DraftPart): DraftContent {
  if (!isSector(part) && !isProse(part)) return { ...mine, [part]: theirs[part] }
  if (isProse(part)) return { ...mine, written: { ...mine.written, [part]: theirs.written[part] } }
  const theirSector = theirs.written.sectors.find(({ sector }) => sector === part)
  const others = mine.written.sectors.filter(({ sector }) => sector !== part)
  return { ...mine, written: { ...mine.written, sectors: inOrder(theirSector ? [...others, theirSector] : others) } }
}

/** Sectors in the order of the cluster list, in which reports name them. */
export function inOrder<One extends { sector: Sector }>(given: readonly One[]): One[] {
  return [...given].sort((a, b) => sectors.indexOf(a.sector) - sectors.indexOf(b.sector))
}

const isSector = (part: DraftPart): part is Sector => (sectors as readonly string[]).includes(part)
const isProse = (part: DraftPart): part is (typeof proseParts)[number] =>
  (proseParts as readonly string[]).includes(part)
