import { useTranslations } from 'next-intl'
import { CitationMarks } from '@/components/citations/citation-marks'
import type { ChartTable } from '@/domain/chart/chart-model'

const mostRows = 200

/** Everything a chart draws, row by row, with the marks that lead to each source; of very long ones the newest rows, the file has all. */
export function ChartTableView({ table, caption }: { table: ChartTable; caption: string }) {
  const t = useTranslations('chart')
  const rows = table.rows.slice(-mostRows)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than its room is scrolled by keyboard too.
    <section aria-label={caption} tabIndex={0} className="mt-3 max-h-96 overflow-auto">
      {rows.length < table.rows.length && (
        <p className="mb-2">{t('newestRows', { shown: rows.length, all: table.rows.length })}</p>
      )}
      <table className="chart-table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {table.columns.map(({ label, align }) => (
              <th key={label} scope="col" className={classOf(align)}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows are made on the server and never change places.
            <tr key={index}>
              {cells.map(({ text, cite }, column) => (
                <td key={table.columns[column]?.label} className={classOf(table.columns[column]?.align)}>
                  {text}
                  <CitationMarks marks={cite} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const classOf = (align: 'start' | 'end' | undefined) => (align === 'end' ? 'number' : undefined)
