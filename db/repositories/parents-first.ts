/** Orders rows so that a parent among them comes before its parts, since foreign keys hold at the end of every statement. */
export function parentsFirst<Row extends { id: string; parent: string | null }>(rows: readonly Row[]): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const ordered = new Set<Row>()
  const visit = (row: Row) => {
    const parent = row.parent === null ? undefined : byId.get(row.parent)
    if (parent && !ordered.has(parent)) visit(parent)
    ordered.add(row)
  }
  for (const row of rows) visit(row)
  return [...ordered]
}
