import http from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { answerAwayItself } from './answer-away.mjs'
import { projectRoot } from './project.mjs'
import { refusalOf, refuse } from './refuse-request.mjs'
import { Sentence } from './sentence.mjs'
import { readTrustedProxies, trustHeaders } from './trust-headers.mjs'

const keepAliveMs = 75_000

/**
 * Serves the production build in this process, until `close`.
 *
 * A thin server of its own stands before Next: it refuses what Next would fail on, and answers for a ledger that is away with 503.
 *
 * @param {{ host: string, port: number, databaseUrl: string, onPortTaken?: (port: number) => void }} options
 *   `port` 0 takes any free one; with `onPortTaken` the next ports are tried, without it a taken port is an error
 * @returns {Promise<{ address: string, close: () => Promise<void> }>}
 */
export async function serve({ host, port, databaseUrl, onPortTaken }) {
  process.env.NODE_ENV = 'production'
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  process.env.DATABASE_URL = databaseUrl
  const proxies = readTrustedProxies(process.env.TRUSTED_PROXIES)
  const server = http.createServer()
  // Longer than readers and proxies keep a silent connection, so that none sends an ask down one that is being closed.
  server.keepAliveTimeout = keepAliveMs
  let begin = () => {}
  const prepared = new Promise((resolve) => {
    begin = resolve
  })
  // Heard from the moment the port is open: what is asked before Next is ready waits for it, where unheard it would wait for ever.
  server.on('request', async (request, response) => {
    trustHeaders(request, proxies)
    const refusal = refusalOf(request)
    if (refusal) return refuse(response, refusal)
    try {
      const { app, address } = await prepared
      answerAwayItself(response, (location) =>
        // With what tells in which language.
        fetch(new URL(location, address), { redirect: 'manual', headers: { cookie: request.headers.cookie ?? '' } }),
      )
      await app.getRequestHandler()(request, response)
    } catch (error) {
      console.error(error)
      response.destroy()
    }
  })
  const address = await listen(server, host, port, onPortTaken)
  begin(prepare(host, server.address().port, address))
  const { app } = await prepared

  const close = async () => {
    const closed = new Promise((resolve) => server.close(resolve))
    server.closeIdleConnections()
    await Promise.race([closed, sleep(3000, undefined, { ref: false })])
    server.closeAllConnections()
    await app.close()
  }
  await waitUntilAlive(address)
  return { address, close }
}

async function prepare(hostname, port, address) {
  const { default: next } = await import('next')
  const app = next({ dev: false, dir: projectRoot, hostname, port })
  await app.prepare()
  return { app, address }
}

async function listen(server, host, port, onPortTaken) {
  for (let candidate = port; ; candidate++) {
    try {
      await new Promise((resolve, reject) => {
        server.once('error', reject)
        server.listen(candidate, host, () => {
          server.off('error', reject)
          resolve()
        })
      })
      return `http://${host.includes(':') ? `[${host}]` : host}:${server.address().port}`
    } catch (error) {
      if (error.code === 'EADDRINUSE' && onPortTaken && candidate < port + 20) onPortTaken(candidate)
      else throw new Sentence(explain(error, host, candidate))
    }
  }
}

function explain(error, host, port) {
  if (error.code === 'EADDRINUSE') return `Port ${port} is taken: end the program that uses it, or set PORT to another.`
  if (error.code === 'EACCES') return `Port ${port} may not be used by this account: set PORT to one above 1023.`
  return `Nothing can be served at ${host}, port ${port} (${error.code ?? error.message}): correct HOST and PORT.`
}

async function waitUntilAlive(address) {
  for (let tries = 0; tries < 100; tries++) {
    const response = await fetch(`${address}/healthz`).catch(() => undefined)
    if (response?.ok) return
    await sleep(100)
  }
  throw new Error(`${address}/healthz does not answer.`)
}
