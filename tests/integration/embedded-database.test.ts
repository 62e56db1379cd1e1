import fs from 'node:fs'
import path from 'node:path'
import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { keepRunning } from '@/scripts/database.mjs'
import { isServerAlive, removeHome, startDatabase, stopDatabase, temporaryHome } from '@/scripts/embedded-database.mjs'

let home: string

beforeAll(() => {
  home = temporaryHome()
})

afterEach(() => stopDatabase(home))

afterAll(() => removeHome(home))

const lockFile = () => path.join(home, 'data', 'postmaster.pid')
const serverProcess = () => Number(fs.readFileSync(lockFile(), 'utf8').split('\n')[0])

async function query(url: string, statement: string): Promise<unknown[]> {
  const sql = postgres(url, { max: 1 })
  try {
    return [...(await sql.unsafe(statement))]
  } finally {
    await sql.end()
  }
}

test('a killed server comes back at the same address with every committed row', async () => {
  const first = await startDatabase({ home })
  await query(first.url, 'create table kept (n int); insert into kept values (1), (2)')
  process.kill(serverProcess(), 'SIGKILL')
  const second = await startDatabase({ home })
  expect(second.url).toBe(first.url)
  expect(await query(second.url, 'select n from kept order by n')).toEqual([{ n: 1 }, { n: 2 }])
})

test('a killed server is found dead at once, and is started again by whoever looks after it', async () => {
  const { url } = await startDatabase({ home })
  const [killed, rest] = [serverProcess(), fs.readFileSync(lockFile(), 'utf8').split('\n').slice(1)]
  expect(isServerAlive(home)).toBe(true)
  const stop = keepRunning(home)
  try {
    process.kill(killed, 'SIGKILL')
    await expect.poll(() => fs.existsSync(lockFile()) && serverProcess(), { timeout: 60_000 }).not.toBe(killed)
    await expect.poll(() => query(url, 'select 1 as n').catch(() => null), { timeout: 60_000 }).toEqual([{ n: 1 }])
  } finally {
    await stop()
  }
  // A process number that another program has by now is no server.
  await stopDatabase(home)
  fs.writeFileSync(lockFile(), [process.pid, ...rest].join('\n'))
  expect(isServerAlive(home)).toBe(false)
  fs.rmSync(lockFile())
})

test('a server that runs already is joined, not started again', async () => {
  const first = await startDatabase({ home })
  const running = serverProcess()
  expect(await startDatabase({ home })).toEqual(first)
  expect(serverProcess()).toBe(running)
})

test('a lock left by a killed server whose process number another program has by now does not keep it from starting', async () => {
  await startDatabase({ home })
  const left = fs.readFileSync(lockFile(), 'utf8').split('\n')
  await stopDatabase(home)
  fs.writeFileSync(lockFile(), [process.pid, ...left.slice(1)].join('\n'))
  const { url } = await startDatabase({ home })
  expect(await query(url, 'select 1 as n')).toEqual([{ n: 1 }])
})

test('writes reach the disk before they are acknowledged, and only with the password', async () => {
  const { url } = await startDatabase({ home })
  expect(
    await query(url, "select current_setting('fsync') as fsync, current_setting('server_encoding') as encoding"),
  ).toEqual([{ fsync: 'on', encoding: 'UTF8' }])
  const address = new URL(url)
  address.password = 'wrong'
  await expect(query(address.href, 'select 1')).rejects.toMatchObject({ code: '28P01' })
  expect(fs.statSync(path.join(home, 'password')).mode & 0o777).toBe(0o600)
})

test('a server is stopped only when the last process that uses it has left', async () => {
  await startDatabase({ home })
  const other = path.join(home, 'users', String(process.ppid))
  fs.writeFileSync(other, '')
  await stopDatabase(home)
  expect(fs.existsSync(lockFile())).toBe(true)
  fs.rmSync(other)
  await stopDatabase(home)
  expect(fs.existsSync(lockFile())).toBe(false)
})
