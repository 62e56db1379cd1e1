import { composeCharts } from '@/domain/chart/compose-charts'
import { openCitationBook } from '@/domain/citation/citation-book'
import type { CitedSource } from '@/domain/citation/cited-source'
import type { LedgerSlice } from '@/domain/ledger/ledger-slice'
import { openView } from '@/domain/ledger/ledger-view'
import { composeNotes } from '@/domain/sitrep/compose-notes'
import { composeOmbudsmanTables, composePositionTables } from '@/domain/sitrep/compose-tables'
import { marksOf } from '@/domain/sitrep/report-header'
import type { Block } from '@/domain/sitrep/sitrep'
import { makeWording } from '@/domain/wording/wording'

export const themes = ['displacement', 'ombudsman'] as const
export type Theme = (typeof themes)[number]

/** One theme of a crisis in full: its charts, every position, and for displacement every note. */
export interface ThemePage {
  marks: string[]
  charts: Extract<Block, { kind: 'chart' }>[]
  tables: Extract<Block, { kind: 'table' }>[]
  notes: Extract<Block, { kind: 'notes' }>[]
  sources: CitedSource[]
}

const mostNotes = 200

/** Composes a theme for one viewpoint. Nothing is left out for space, as it is on the dashboard and in a sitrep. */
export function composeTheme(slice: LedgerSlice, theme: Theme): ThemePage {
  const wording = makeWording(slice.viewpoint.locale, slice.crisis, slice.indicators, slice.viewpoint.asOf)
  const book = openCitationBook(wording, slice.hashes)
  const ground = { wording, view: openView(slice), book }
  const charts = composeCharts(ground, theme).map((chart) => ({ kind: 'chart', chart }) as const)
  const isOmbudsman = theme === 'ombudsman'
  const tables = isOmbudsman
    ? [...composeOmbudsmanTables(ground), ...composePositionTables(ground, ['ombudsman'])]
    : composePositionTables(ground, ['displacement'])
  const items = isOmbudsman ? [] : composeNotes(ground, ['displacement'], mostNotes)
  return {
    marks: marksOf(wording),
    charts,
    tables,
    notes: items.length > 0 ? [{ kind: 'notes', items }] : [],
    sources: book.sources(),
  }
}
