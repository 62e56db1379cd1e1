import type { Cite } from '@/domain/chart/chart-citations'
import { citeAll } from '@/domain/chart/chart-citations'
import type { ChartFormat } from '@/domain/chart/chart-format'
import type { ChartCell, ChartTable } from '@/domain/chart/chart-model'
import type { ClaimantStatements, DatedFigure } from '@/domain/chart/statement-points'
import { markValue } from '@/domain/chart/step-series'
import { isContested } from '@/domain/reconciliation/agreement'

interface Line {
  label: string
  claimants: ClaimantStatements[]
}

/** Every statement behind a step chart, in the order of time, also those without a number, which have no mark in the drawing. */
export function stepTable(
  lines: readonly Line[],
  earlier: ReadonlySet<string>,
  format: ChartFormat,
  cite: Cite,
): ChartTable {
  const { table } = format.words
  const several = lines.length > 1
  const rows = lines.flatMap(({ label, claimants }, lineIndex) =>
    claimants.flatMap(({ claimant, statements }, claimantIndex) =>
      statements.flatMap((statement) =>
        statement.values.map((relays) => {
          const figure = relays[0] as DatedFigure
          const cells: ChartCell[] = [
            { text: format.asOf(figure.asOf) },
            { text: claimant.name },
            ...(several ? [{ text: label }] : []),
            valueCell(figure, format),
            { text: remarkOf(relays, statement.values.length > 1, earlier, format), cite: citeAll(relays, cite) },
          ]
          return { at: statement.at, order: lineIndex * 1000 + claimantIndex, cells }
        }),
      ),
    ),
  )
  rows.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.order - b.order))
  return {
    columns: [
      { label: table.asOf, align: 'start' },
      { label: table.claimant, align: 'start' },
      ...(several ? [{ label: table.line, align: 'start' as const }] : []),
      { label: table.value, align: 'end' },
      { label: table.remark, align: 'start' },
    ],
    rows: rows.map(({ cells }) => cells),
    sourceHeading: table.source,
  }
}

function valueCell({ quantity }: DatedFigure, format: ChartFormat): ChartCell {
  const text = format.quantity(quantity)
  // A file's number may only say what the text says: an open or a rounded number is no plain number.
  return quantity.qualifier === 'exact' ? { text, value: markValue(quantity) } : { text }
}

function remarkOf(
  relays: readonly DatedFigure[],
  differing: boolean,
  earlier: ReadonlySet<string>,
  format: ChartFormat,
): string {
  const { table, derivedFrom, earlier: earlierWord } = format.words
  const figure = relays[0] as DatedFigure
  const remarks = [
    figure.coverage,
    figure.derived ? derivedFrom(figure.derived.arithmetic) : null,
    relays.some(isContested) ? table.contested : null,
    differing ? table.relaysDiffer : null,
    earlier.has(figure.id) ? earlierWord : null,
    figure.quantity.qualifier === 'unquantified' ? table.notDrawn : null,
  ]
  return remarks.filter((remark) => remark !== null).join(format.punctuation.semicolon)
}
