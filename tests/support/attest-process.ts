import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { projectRoot } from '@/scripts/project.mjs'

/** As npm start has them. */
const nodeFlags = ['--max-semi-space-size=64']

export interface AttestProcess {
  /** Such as http://127.0.0.1:41234 */
  address: string
  /** Sends a signal (SIGTERM to end it in order, SIGKILL to end it as a power cut would) and waits for its end. */
  end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>
}

/** Serves the production build there is, on that database and a free port, in a process of its own. */
export async function startAttestProcess(databaseUrl: string): Promise<AttestProcess> {
  const child = spawn(process.execPath, [...nodeFlags, path.join('scripts', 'start.mjs')], {
    cwd: projectRoot,
    env: { PATH: process.env.PATH, NODE_ENV: 'production', DATABASE_URL: databaseUrl, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
  const address = await new Promise<string>((resolve, reject) => {
    let output = ''
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      const found = output.match(/Attest is at (\S+)\n/)?.[1]
      if (found) resolve(found)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', () => reject(new Error(`Attest did not start: ${output}`)))
  })
  return { address, end }
}
