import { z } from 'zod'

const postgresAddress = z.url({ protocol: /^postgres(ql)?$/ })

const webAddress = z.url({ protocol: /^https?$/ }).transform((address) => new URL(address).origin)

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  /** The ledger's database. Has no default: the start-up scripts give it, also for the embedded one. */
  DATABASE_URL: postgresAddress.optional(),
  /** Where people reach this installation, such as https://figures.example.org. Needed for links in mails. */
  ATTEST_URL: webAddress.optional(),
  /** The mail server, as smtp://user:password@host:587 or smtps://. Without it administrators hand links on themselves. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Whom mails are from, such as "Attest <attest@example.org>". */
  MAIL_FROM: z.string().max(320).optional(),
  /** `off`: this server leaves what comes by the clock to others. */
  ATTEST_JOBS: z.enum(['on', 'off']).default('on'),
  /** Hosts ("host" or "host:port", with commas between) that webhooks may reach although they are in a private network, and without https. */
  WEBHOOK_ALLOWED_HOSTS: z.string().max(2000).optional(),
  /** A server on which the integration tests may create and drop databases. */
  ATTEST_TEST_DATABASE_URL: postgresAddress.optional(),
  /** The port of the server that the end-to-end tests start for themselves. */
  ATTEST_E2E_PORT: z.coerce.number().int().default(3210),
  /** The folder in which somebody called npm, which itself runs in the project's. */
  INIT_CWD: z.string().optional(),
  /** The Chromium the end-to-end tests and the PDF benchmark use. */
  CHROMIUM_PATH: z.string().optional(),
})

const checkedSchema = schema.superRefine(({ SMTP_URL, MAIL_FROM, ATTEST_URL }, context) => {
  if (!SMTP_URL) return
  const missing = Object.entries({ MAIL_FROM, ATTEST_URL }).filter(([, value]) => !value)
  for (const [name] of missing) {
    context.addIssue({ code: 'custom', path: [name], message: 'Set it beside SMTP_URL: mails need a sender and links' })
  }
})

export type Env = z.infer<typeof schema>

let checked: Env | undefined

/**
 * The environment, checked at the first use. The only reader of `process.env` in the project's TypeScript.
 *
 * @throws {Error} with a sentence for each variable that cannot be used
 */
export function readEnv(): Env {
  if (checked) return checked
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''))
  const result = checkedSchema.safeParse(given)
  if (!result.success) {
    throw new Error(result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}.`).join(' '))
  }
  checked = result.data
  return checked
}

/**
 * The address of the ledger's database.
 *
 * @throws {Error} when DATABASE_URL is not set
 */
export function databaseUrl(): string {
  const url = readEnv().DATABASE_URL
  if (url) return url
  throw new Error(
    'DATABASE_URL is not set: start with "npm run quickstart" or "npm start", which bring a database, or name one as postgresql://user:password@host:5432/database.',
  )
}

/** A path of this installation as others reach it; null where it was not told under what address that is. */
export function publicAddress(path: string): string | null {
  const { ATTEST_URL } = readEnv()
  return ATTEST_URL ? `${ATTEST_URL}${path}` : null
}

/** The folder against which the command line resolves the files it is named. */
export function callerFolder(): string {
  return readEnv().INIT_CWD ?? '.'
}

/** Whether this is the development server. Replaced by a constant in the production build. */
export function isDevelopment(): boolean {
  return process.env.NODE_ENV === 'development'
}

/** Whether this process does what comes by the clock: a server of Node's, not a build and not a bundle for elsewhere. */
export function isJobProcess(): boolean {
  return process.env.NEXT_RUNTIME === 'nodejs' && readEnv().ATTEST_JOBS === 'on' && Boolean(readEnv().DATABASE_URL)
}
