import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const projectRoot = path.resolve(fileURLToPath(new URL('..', import.meta.url)))

/** What the project keeps on this machine and git does not: the database, logs, marks of what was installed and built. */
export const localFolder = path.join(projectRoot, '.attest')
