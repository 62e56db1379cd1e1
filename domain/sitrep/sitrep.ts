import type { ChartModel } from '@/domain/chart/chart-model'
import type { CitedSource, Run } from '@/domain/citation/cited-source'
import type { Tile } from '@/domain/dashboard/tile'
import type { LogoRef } from '@/domain/logo/logo'
import type { Accent } from '@/domain/sitrep/accents'
import type { SectionKey } from '@/domain/sitrep/section-keys'
import type { Instant } from '@/domain/time/instant'
import type { Locale } from '@/domain/viewpoint/viewpoint'

export const changeKinds = [
  'new',
  'revised-up',
  'revised-down',
  'withdrawn',
  'contested',
  'resolved',
  'gone-stale',
] as const
export type ChangeKind = (typeof changeKinds)[number]

/** One line of "what changed". */
export interface ChangeItem {
  kind: ChangeKind
  /** "Revised up", in the report's language. */
  label: string
  content: Run[]
}

/** One side of a contested figure: equal in width and weight to the other. */
export interface ContestedSide {
  role: 'states' | 'denies'
  who: string
  quote: string
  language: string
  detail: Run[]
}
export interface ContestedItem {
  title: string
  sides: ContestedSide[]
  /** What was denied, or how relays differ, in a sentence. */
  remark: Run[]
}

export interface NoteItem {
  content: Run[]
  detail: string
  href: string
}

export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; content: Run[] }
  | { kind: 'list'; items: Run[][] }
  | { kind: 'tiles'; tiles: Tile[] }
  | { kind: 'chart'; chart: ChartModel }
  | { kind: 'table'; caption: string; columns: { label: string; align: 'start' | 'end' }[]; rows: Run[][][] }
  | { kind: 'changes'; items: ChangeItem[] }
  | { kind: 'contested'; items: ContestedItem[] }
  | { kind: 'notes'; items: NoteItem[] }

export interface Section {
  key: SectionKey
  heading: string
  blocks: Block[]
}

/** A situation report or flash update, composed for one viewpoint: plain JSON that every renderer prints and none computes. */
export interface Sitrep {
  /** Version of this shape. */
  format: 1
  number: number
  kind: 'situation-report' | 'flash-update'
  edition: number
  language: Locale
  title: string
  crisis: { slug: string; title: string }
  publisher: string
  /** "Situation report 12", "as of 30 September 2023, 24:00 (UTC+4)", ... set in the header. */
  header: {
    kindText: string
    asOfText: string
    periodText: string
    nextIssueText: string | null
    expiresText: string | null
    /** "Reconstructed from published sources", "Exercise - invented", "Four-eyes rule switched off". */
    marks: string[]
  }
  asOf: Instant
  knownAt: Instant
  period: { from: Instant; to: Instant }
  nextIssue: Instant | null
  expiresAt: Instant | null
  sections: Section[]
  /** Numbered in order of first use. */
  sources: CitedSource[]
  sourcesHeading: string
  disclaimer: string
  /** How it is set on paper; left out in what was composed before there were templates. */
  template?: { paper: 'a4' | 'letter'; accent: Accent; footer: string; logo: LogoRef | null }
  /** Words the renderer sets itself: page x of y, "see source". */
  labels: {
    page: string
    of: string
    /** Before the words for the marks of all charts. */
    marks?: string
    content: string
    audit: string
    noFigure: string
    or: string
    states: string
    denies: string
    reconstructedNote: string | null
  }
  /** Set in an edition that mends another: what changed and why. */
  erratum: { replaces: number; what: string; why: string } | null
}

/** What proves an edition: printed in it, and checked at /verify. */
export interface EditionProof {
  /** SHA-256 of the canonical JSON of the composed sitrep, hex. */
  contentHash: string
  /** The audit chain's head before the publication, hex. */
  auditHead: string
}
