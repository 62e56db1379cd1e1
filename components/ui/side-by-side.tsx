/** One thing in two versions: `name` says what it is. */
export interface SideBySideRow {
  name: string
  left: string
  right: string
}

/** Two versions side by side, line by line: the older or the person's own on the left. Whoever shows them leaves out what is the same. */
export function SideBySide({
  label,
  left,
  right,
  rows,
}: {
  /** Names the table where no heading does. */
  label?: string
  left: string
  right: string
  rows: readonly SideBySideRow[]
}) {
  return (
    <table aria-label={label} className="w-full table-fixed border-collapse text-xs">
      <thead>
        <tr className="text-muted">
          <td className="w-1/4" />
          <th scope="col" className="px-2 text-start font-semibold">
            {left}
          </th>
          <th scope="col" className="px-2 text-start font-semibold">
            {right}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name} className="border-t border-line align-baseline">
            <th scope="row" className="py-1 text-start font-normal break-words text-muted">
              {row.name}
            </th>
            <td dir="auto" className="px-2 py-1 break-words">
              {row.left}
            </td>
            <td dir="auto" className="px-2 py-1 font-semibold break-words">
              {row.right}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
