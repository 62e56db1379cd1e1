import type { ChartModel } from '@/domain/chart/chart-model'
import type { Cell, ExportTable } from '@/domain/export/table'

/**
 * A chart's table for a file: numbers stay numbers where they are plain counts, bounds stay words, and a last column names the sources
 * of the row. `sources`: the page's numbered list, whose citation texts the marks stand for.
 */
export function chartTableOf(model: ChartModel, sources: readonly { n: number; citationText: string }[]): ExportTable {
  const texts = new Map(sources.map(({ n, citationText }) => [n, citationText]))
  const rows = model.table.rows.map((cells): Cell[] => {
    const marks = [...new Set(cells.flatMap(({ cite }) => cite ?? []).map(({ n }) => n))]
    return [...cells.map(({ text, value }) => value ?? text), marks.map((n) => texts.get(n) ?? `[${n}]`).join('; ')]
  })
  return {
    name: model.key,
    columns: [...model.table.columns.map(({ label }) => label), model.table.sourceHeading],
    rows,
  }
}
