/*
 * npm test: every check, on a fresh clone too. Integration runs on an embedded PostgreSQL made for it and thrown away,
 * and once more on the server of TEST_DATABASE_URL where that is set; the production build is killed
 * with its database while people write; the end-to-end tests run in a real browser against it with the demo crises loaded.
 */
import { buildApp, buildIsCurrent } from './build-app.mjs'
import { asStep, lint, playwright, runSteps, types, unit, vitest } from './check-steps.mjs'
import { freePort, removeHome, startDatabase, stopDatabase, temporaryHome } from './embedded-database.mjs'
import { requireChromium } from './find-chromium.mjs'
import { installPackages, packagesAreInstalled, requireNode } from './install-packages.mjs'
import { runUntilInterrupted } from './interruption.mjs'

async function startThrowAwayDatabase(onEnd) {
  const home = temporaryHome()
  onEnd(async () => {
    await stopDatabase(home)
    removeHome(home)
  })
  return startDatabase({ home, durable: false })
}

await runUntilInterrupted((onEnd) => {
  requireNode()
  const given = process.env.TEST_DATABASE_URL
  let database
  let chromium
  const integration = (url) => vitest('tests/integration', { ATTEST_TEST_DATABASE_URL: url })
  return runSteps([
    {
      title: 'packages',
      run: () => asStep(() => packagesAreInstalled() || installPackages()),
      required: true,
    },
    {
      title: 'a Chromium',
      run: () =>
        asStep(async () => {
          chromium = await requireChromium()
        }),
    },
    { title: 'lint', run: lint },
    { title: 'types', run: types },
    { title: 'layers', run: () => vitest('tests/architecture') },
    { title: 'unit', run: unit },
    {
      title: 'an embedded PostgreSQL',
      run: () =>
        asStep(async () => {
          database = await startThrowAwayDatabase(onEnd)
        }),
      required: true,
    },
    { title: 'integration', run: () => integration(database.url) },
    ...(given ? [{ title: 'integration on TEST_DATABASE_URL', run: () => integration(given) }] : []),
    { title: 'production build', run: () => asStep(() => buildIsCurrent() || buildApp()), required: true },
    { title: 'kill -9', run: () => vitest('tests/crash') },
    {
      title: 'end to end',
      run: async () => playwright({ CHROMIUM_PATH: chromium, ATTEST_E2E_PORT: String(await freePort()) }),
    },
  ])
})
