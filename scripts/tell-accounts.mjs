import path from 'node:path'
import { localFolder } from './project.mjs'
import { runTypeScript } from './run-command.mjs'

/**
 * The file of the demo's passwords, where its accounts are to be made: never on a production database, which gets no accounts whose passwords
 * are printed.
 *
 * @param {{ DATABASE_URL?: string, NODE_ENV?: string }} env what the person gave
 * @returns {string | undefined}
 */
export const demoFileFor = ({ DATABASE_URL, NODE_ENV }) =>
  DATABASE_URL && NODE_ENV === 'production' ? undefined : path.join(localFolder, 'demo-accounts')

/**
 * Prints what a start tells of accounts (`accounts.ts`): those of the demo, where their file is named, and the link for the first
 * administrator while there is none. A server that runs is not ended by a failure to tell.
 *
 * @param {string} address of the server
 * @param {string} databaseUrl
 * @param {string} [demoFile]
 */
export async function tellAccounts(address, databaseUrl, demoFile) {
  const args = demoFile ? [address, demoFile] : [address]
  const { code } = await runTypeScript('scripts/accounts.ts', { args, env: { DATABASE_URL: databaseUrl }, show: true })
  if (code !== 0)
    console.error('What accounts there are could not be told: see the lines above. Start again once they are mended.')
}
