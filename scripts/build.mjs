/* npm run build: the production build, marked with the sources it was made from. */
import { buildApp } from './build-app.mjs'
import { runUntilInterrupted } from './interruption.mjs'

await runUntilInterrupted(async () => {
  await buildApp()
  return 0
})
