import type { ChartModel } from '@/domain/chart/chart-model'
import type { CitedSource, Run } from '@/domain/citation/cited-source'
import type { Tile } from '@/domain/dashboard/tile'
import type { ChangeItem, ContestedItem, NoteItem } from '@/domain/sitrep/sitrep'

/** The dashboard of a crisis for one viewpoint and filter, composed: pages only arrange it. */
export interface Dashboard {
  asOfText: string
  knownAtText: string
  marks: string[]
  tiles: Tile[]
  casualties: ChartModel[]
  displacement: ChartModel[]
  /** The ombudsman's figures over time beside everyone else's. */
  ombudsman: ChartModel[]
  contested: ContestedItem[]
  notes: NoteItem[]
  documents: { href: string; title: string; publisher: string; whenText: string; language: string }[]
  changes: ChangeItem[]
  changesSince: string
  notKnown: Run[][]
  sources: CitedSource[]
}
