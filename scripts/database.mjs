import { isServerAlive, startDatabase, stopDatabase } from './embedded-database.mjs'
import { printFailure, Sentence } from './sentence.mjs'

const oldestVersion = 15

/**
 * The database the environment names in DATABASE_URL, or the embedded one, started.
 *
 * @param {(stop: () => Promise<void>) => void} onEnd is told how to stop the embedded one, before it is started
 * @returns {Promise<{ url: string, name: string }>}
 * @throws {Sentence} when DATABASE_URL is no address, its server does not answer or is too old
 */
export async function openDatabase(onEnd) {
  const given = process.env.DATABASE_URL
  if (given) {
    const version = await askVersion(given)
    return { url: given, name: `PostgreSQL ${version} of DATABASE_URL` }
  }
  onEnd(() => stopDatabase())
  const { url } = await startDatabase()
  onEnd(keepRunning())
  return { url, name: 'embedded PostgreSQL' }
}

/** How often is looked whether the embedded server lives: a look at its process, which costs nothing. */
const lookEvery = 250

/**
 * Starts the embedded server again, on the same port, when it was killed. Returns how to end this care.
 *
 * @param {string} [home] the project's own where left out
 */
export function keepRunning(home) {
  let restart
  const timer = setInterval(() => {
    if (isServerAlive(home)) return
    restart ??= startDatabase({ home })
      .catch(printFailure)
      .finally(() => {
        restart = undefined
      })
  }, lookEvery)
  return async () => {
    clearInterval(timer)
    await restart
  }
}

/** Throws the sentence for a DATABASE_URL that is no address of a PostgreSQL database. */
export function requireDatabaseAddress(given) {
  const address = URL.canParse(given) ? new URL(given) : undefined
  const isPostgres = address && ['postgres:', 'postgresql:'].includes(address.protocol)
  if (isPostgres && address.hostname && address.pathname.length > 1) return address
  throw new Sentence(
    'DATABASE_URL is not the address of a PostgreSQL database: write it as postgresql://user:password@host:5432/database, or unset it to use the embedded one.',
  )
}

/** Connects once and returns the server's version, such as "15.8". */
async function askVersion(given) {
  const address = requireDatabaseAddress(given)
  const { default: postgres } = await import('postgres')
  const sql = postgres(given, { max: 1, connect_timeout: 10, onnotice: () => {} })
  try {
    const [row] =
      await sql`select current_setting('server_version_num')::int as number, current_setting('server_version') as name`
    const version = row.name.split(' ')[0]
    if (row.number >= oldestVersion * 10_000) return version
    throw new Sentence(
      `The PostgreSQL at ${address.host} is version ${version} and Attest needs ${oldestVersion} or later: upgrade it, or unset DATABASE_URL to use the embedded one.`,
    )
  } catch (error) {
    throw error instanceof Sentence ? error : new Sentence(explain(error, address))
  } finally {
    await sql.end({ timeout: 1 })
  }
}

/** What a failed connection means to the person who set DATABASE_URL. Never shows the password. */
function explain(error, address) {
  const user = decodeURIComponent(address.username)
  const name = decodeURIComponent(address.pathname.slice(1))
  switch (error.code) {
    case '28P01':
    case '28000':
      return `The PostgreSQL at ${address.host} refuses the user "${user}": correct the user or the password in DATABASE_URL.`
    case '3D000':
      return `The PostgreSQL at ${address.host} has no database "${name}": create it, or correct DATABASE_URL.`
    default:
      return `No PostgreSQL can be reached at ${address.host} (${error.code ?? error.message}): start it, correct DATABASE_URL, or unset it to use the embedded one.`
  }
}
