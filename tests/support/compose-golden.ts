import { composeSitrep } from '@/domain/sitrep/compose-sitrep'
import { nothingWritten } from '@/domain/sitrep/written'
import { addDays, endOfDay, startOfDay } from '@/domain/time/local-time'
import { makeDemoSlice } from '@/tests/support/demo-slice'
import { goldenDays } from '@/tests/support/golden-days'

/*
 * Composes the golden sitreps in a process of its own, so that it can be run as on a server in any time zone; writes them to standard output as one JSON
 * object by name.
 */
const composed = goldenDays.map(({ name, crisis, day, number }) => {
  const now = makeDemoSlice(crisis, day, 'en')
  const { timeZone } = now.crisis
  const sitrep = composeSitrep(now, makeDemoSlice(crisis, addDays(day, -1), 'en'), {
    number,
    kind: 'situation-report',
    edition: 1,
    period: { from: startOfDay(day, timeZone), to: endOfDay(day, timeZone) },
    nextIssue: endOfDay(addDays(day, 1), timeZone),
    expiresAt: null,
    written: nothingWritten,
    leftOut: [],
    erratum: null,
  })
  return [name, sitrep] as const
})
process.stdout.write(JSON.stringify(Object.fromEntries(composed)))
