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
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-line">
            {table.columns.map(({ label, align }) => (
              <th key={label} scope="col" className={`py-1.5 pe-4 text-xs font-medium text-muted ${sideOf(align)}`}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows are made on the server and never change places.
            <tr key={`${index} ${cells[0]?.text}`} className="border-b border-line align-baseline">
              {cells.map(({ text, cite }, column) => (
                <td
                  key={table.columns[column]?.label}
                  className={`py-1.5 pe-4 ${sideOf(table.columns[column]?.align ?? 'start')}`}
                >
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

const sideOf = (align: 'start' | 'end') => (align === 'end' ? 'text-end whitespace-nowrap' : 'text-start')
