/* npm run verify: the checks that need no database. */
import { lint, runSteps, types, unit, vitest } from './check-steps.mjs'
import { runUntilInterrupted } from './interruption.mjs'

await runUntilInterrupted(() => {
  // Takes one core for half a minute: beside the others, which it reports after.
  const typing = types()
  typing.catch(() => {})
  return runSteps([
    { title: 'lint', run: lint },
    { title: 'layers', run: () => vitest('tests/architecture') },
    { title: 'unit', run: unit },
    { title: 'types', run: () => typing },
  ])
})
