import { cpus, totalmem } from 'node:os'
import { performance } from 'node:perf_hooks'

/** Milliseconds, sorted ascending. */
export type Times = number[]

/** Runs `task` for each of `asks` one after another and takes the time of each; the first `warmUp` are not counted. */
export async function timeEach<Ask>(
  asks: readonly Ask[],
  task: (ask: Ask) => Promise<unknown>,
  warmUp = 5,
): Promise<Times> {
  const times: Times = []
  for (const [index, ask] of asks.entries()) {
    const start = performance.now()
    await task(ask)
    if (index >= warmUp) times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)
}

/** The value below which `share` of the times lie (nearest rank). */
export function percentile(times: Times, share: number): number {
  return times[Math.max(0, Math.ceil(times.length * share) - 1)] ?? Number.NaN
}

/** One line of what is shown: `measured` and `reach` in words; `met` null where nothing was promised. */
export interface Result {
  what: string
  at: string
  reach: string
  measured: string
  met: boolean | null
}

/** A result of times against the most that 95 in 100 may take. */
export function timed(what: string, at: string, times: Times, mostMs: number | null): Result {
  const p95 = percentile(times, 0.95)
  return {
    what,
    at: `${at}; ${times.length} asks`,
    reach: mostMs === null ? '' : `p95 <= ${mostMs} ms`,
    measured: `p50 ${milliseconds(percentile(times, 0.5))}, p95 ${milliseconds(p95)}`,
    met: mostMs === null ? null : p95 <= mostMs,
  }
}

export const milliseconds = (ms: number) => `${ms < 10 ? ms.toFixed(1) : ms.toFixed(0)} ms`

/** Prints results as a Markdown table, as docs/performance.md keeps them. */
export function printResults(results: readonly Result[]) {
  const rows = results.map(({ what, at, reach, measured, met }) => [
    what,
    at,
    reach,
    measured,
    met === null ? '' : met ? 'met' : 'NOT met',
  ])
  const all = [['what', 'at', 'reach', 'measured', ''], ...rows]
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(3, ...all.map((row) => (row[column] ?? '').length)))
  const line = (row: string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  const [head = [], ...body] = all
  console.log([line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n'))
}

/** The machine in a line: figures are nothing without it. */
export function machineLine(postgres: string | null): string {
  const [cpu] = cpus()
  return [
    `${cpus().length} cores${cpu?.model ? ` (${cpu.model.trim()})` : ''}`,
    `${Math.round(totalmem() / 2 ** 30)} GB memory`,
    `Node ${process.versions.node}`,
    ...(postgres ? [`PostgreSQL ${postgres}, settings as it comes`] : []),
  ].join(', ')
}
