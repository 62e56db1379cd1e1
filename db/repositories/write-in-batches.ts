/** PostgreSQL takes 65,534 values in one statement; this many rows of our widest table stay below it. */
const rowsPerStatement = 1000

/** Calls `write` with at most a thousand rows at a time, in order, and not at all for none. */
export async function writeInBatches<Row>(
  rows: readonly Row[],
  write: (batch: Row[]) => Promise<unknown>,
): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    await write(rows.slice(start, start + rowsPerStatement))
  }
}
