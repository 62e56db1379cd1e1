import PgBoss from 'pg-boss'

/** A piece of work that comes by the clock: done by one process of however many, and again where one fails. */
export interface Job {
  name: string
  /** Cron, in UTC. */
  cron: string
  work: () => Promise<unknown>
}

/**
 * Does jobs by the clock, kept in the same database so that several processes share them. Waits for a database that is away, and goes on
 * when it is back. Answers how to end it.
 */
export function startJobs(url: string, jobs: readonly Job[]): () => Promise<void> {
  let boss: PgBoss | undefined
  let timer: NodeJS.Timeout | undefined
  let isEnded = false
  const begin = async () => {
    boss = new PgBoss({ connectionString: url, application_name: 'attest-jobs', max: 2 })
    // Without a listener the error of a lost connection would end the process; the next turn finds the database again.
    boss.on('error', ({ message }) => console.error(`Jobs: ${message}`))
    await boss.start()
    for (const { name, cron, work } of jobs) {
      await boss.createQueue(name, { name, policy: 'stately', retryLimit: 3, retryDelay: 5, expireInSeconds: 300 })
      await boss.work(name, { pollingIntervalSeconds: 2 }, work)
      await boss.schedule(name, cron)
    }
  }
  const tryToBegin = () => {
    begin().catch(async (error: Error) => {
      console.error(`Jobs: ${error.message}`)
      await boss?.stop({ graceful: false }).catch(() => {})
      if (!isEnded) timer = setTimeout(tryToBegin, 5000)
    })
  }
  tryToBegin()
  return async () => {
    isEnded = true
    clearTimeout(timer)
    await boss?.stop({ graceful: true, timeout: 5000 }).catch(() => {})
  }
}
