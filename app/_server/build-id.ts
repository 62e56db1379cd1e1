import { readFileSync } from 'node:fs'
import path from 'node:path'

/** What tells this build from any other, so that a new release never answers "not modified" for an old shape. */
export const buildId = readBuildId()

function readBuildId(): string {
  try {
    return readFileSync(path.join(/* turbopackIgnore: true */ process.cwd(), '.next', 'BUILD_ID'), 'utf8').trim()
  } catch {
    return 'development'
  }
}
