import { RunText } from '@/components/citations/run-text'
import type { Run } from '@/domain/citation/cited-source'

/** A composed table (an empty caption: the heading above it names it): hairlines between rows only, numbers to the right; on a phone each row is a card. */
export function RunTable({
  caption,
  columns,
  rows,
  isCaptionSeen = true,
  isNumberFirst = false,
}: {
  caption: string
  columns: { label: string; align: 'start' | 'end' }[]
  rows: Run[][][]
  isCaptionSeen?: boolean
  /** On a phone the first column of numbers leads each card. */
  isNumberFirst?: boolean
}) {
  const leading = isNumberFirst ? columns.findIndex(({ align }) => align === 'end') : -1
  return (
    <table className="cards-on-phone w-full border-collapse text-sm">
      {caption !== '' && (
        <caption className={isCaptionSeen ? 'pb-2 text-start text-sm font-semibold' : 'sr-only'}>{caption}</caption>
      )}
      <thead>
        <tr className="border-b border-ink text-xs text-muted">
          {columns.map(({ label, align }) => (
            <th key={label} scope="col" className={`px-3 py-2 font-semibold first:ps-0 last:pe-0 ${sideOf(align)}`}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={row.map((cell) => cell.map(({ text }) => text).join('')).join('|')}
            className="border-b border-line align-baseline"
          >
            {row.map((cell, index) => (
              <td
                key={columns[index]?.label}
                data-label={columns[index]?.label}
                data-first={index === leading ? '' : undefined}
                data-empty={cell.every(({ text }) => text === '') ? '' : undefined}
                className={`px-3 py-2 first:ps-0 last:pe-0 ${sideOf(columns[index]?.align)}`}
              >
                <RunText runs={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function sideOf(align: 'start' | 'end' | undefined): string {
  return align === 'end' ? 'text-end' : 'text-start'
}
