/* npm run verify: the checks that need no database. */
import { lint, runSteps, types, vitest } from './check-steps.mjs'
import { runUntilInterrupted } from './interruption.mjs'

await runUntilInterrupted(() =>
  runSteps([
    { title: 'lint', run: lint },
    { title: 'types', run: types },
    { title: 'layers', run: () => vitest('tests/architecture') },
    { title: 'unit', run: () => vitest('tests/unit') },
  ]),
)
