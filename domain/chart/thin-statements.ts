import type { StatementPoint } from '@/domain/chart/statement-points'

/** More marks than this on one line cannot be told apart at any width a page has. */
export const mostDrawn = 400

/**
 * The statements a line is drawn from: all, or where there are more than 400 the last of each of 400 equal stretches of time, with the
 * first, and every one that says something of its own (relays that differ, a dispute, a caveat). The table keeps all of them.
 */
export function thinStatements(statements: readonly StatementPoint[]): readonly StatementPoint[] {
  if (statements.length <= mostDrawn) return statements
  const first = Date.parse(statements[0]?.at ?? '')
  const width = Math.max(1, (Date.parse(statements.at(-1)?.at ?? '') - first) / mostDrawn)
  const stretchOf = ({ at }: StatementPoint) => Math.floor((Date.parse(at) - first) / width)
  return statements.filter((statement, index) => {
    const next = statements[index + 1]
    return index === 0 || !next || stretchOf(next) !== stretchOf(statement) || isTelling(statement)
  })
}

const isTelling = ({ values }: StatementPoint) =>
  values.length > 1 ||
  values.some((relays) => relays.some(({ disputes, coverage }) => disputes.length > 0 || coverage !== null))
