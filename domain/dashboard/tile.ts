import type { Sparkline } from '@/domain/chart/chart-model'
import type { CitationMark, Run } from '@/domain/citation/cited-source'

/** One number of a tile as it is set: "at least" small, "200" large. Several where relays differ ("over 40 or over 400"). */
export interface TileValue {
  before: string
  number: string
  after: string
}

/** A key figure, composed: the same on the dashboard and in the PDF. */
export interface Tile {
  key: string
  label: string
  /** Empty: "no figure reported". */
  values: TileValue[]
  stale: boolean
  contested: boolean
  /** "of them 5 children" with marks. */
  parts: Run[][]
  /** "Human Rights Defender - 20 Sep, 21:30" with the mark. */
  who: Run[]
  /** "one source", "2 sources agree", "sources differ: 9-25", "contested", "two relays of one statement differ". */
  agreement: string
  /** Office check and corroboration in words. */
  verification: string
  /** "+8 since 19 Sep" or null. */
  change: string | null
  /** "4 days old" or null. */
  age: string | null
  /** Coverage caveats. */
  caveats: string[]
  /** The rule by which the headline was chosen, in words. */
  rule: string
  cite: CitationMark[]
  sparkline: Sparkline | null
  /** The scope's figures on the screen. */
  href: string
}
