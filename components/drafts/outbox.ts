import type { DeskChannel } from '@/components/drafts/desk-channel'
import { filesIn, KeptFiles, readFiles } from '@/components/drafts/kept-files'
import { type NextStep, nextToSend, type QueuedEntry } from '@/components/drafts/next-to-send'
import { closedOutbox, entryIn, type OutboxView, viewOf, type WaitsFor } from '@/components/drafts/outbox-view'
import { afterPatience } from '@/components/drafts/patience'
import { type ResolvedRequest, resolveSubmission } from '@/components/drafts/resolve-submission'
import { sendRequest, type Verdict } from '@/components/drafts/send-request'
import type { KeptAnswer, OutboxEntry, Problem, Submission } from '@/components/drafts/submission'
import { CannotKeep, type Change, type Vault } from '@/components/drafts/vault'

/**
 * What became of a submission.
 * - `sent`: the server has it.
 * - `queued`: it is kept here, and goes out by itself when what it waits for is there.
 * - `refused`: the server said why; it is kept here as needing attention. Submitting again under the same key replaces it.
 * - `elsewhere`: its draft was changed or sent from another window; nothing was done.
 * - `not-kept`: it could neither be sent nor kept; the form is all there is.
 */
export type Outcome =
  | { is: 'sent'; status: number; answer: unknown }
  | { is: 'queued'; waitsFor: 'link' | 'sign-in' | 'earlier' }
  | { is: 'refused'; problem: Problem }
  | { is: 'elsewhere' }
  | { is: 'not-kept'; problem: Problem }

interface OutboxOptions {
  userId: string
  /** Null where this browser can keep nothing: then submissions are sent at once or not at all. */
  vault: Promise<Vault | null>
  channel: DeskChannel
  /** Runs work while no other window of this browser runs work of the same name. */
  exclusively: <Result>(name: string, work: () => Promise<Result>) => Promise<Result>
  fetcher?: typeof fetch
  now?: () => number
}

const shortestRetry = 2000
const longestRetry = 60_000
/** Answers are kept for a day for submissions that refer to them. */
const keepAnswers = 24 * 60 * 60 * 1000

/**
 * Sends submissions in their order, each applied once: it is kept, encrypted, before it is sent, and goes again under the same key until the
 * server has answered. One window of a browser sends at a time.
 */
export class Outbox {
  readonly files: KeptFiles
  private readonly options: OutboxOptions
  private readonly now: () => number
  private readonly listeners = new Set<() => void>()
  private view = closedOutbox
  private sending = 0
  private waitsFor: WaitsFor = 'nothing'
  private current: Promise<void> | null = null
  private following: Promise<void> | null = null
  private retryTimer: ReturnType<typeof setTimeout> | undefined
  private failures = 0
  private isStopped = false

  constructor(options: OutboxOptions) {
    this.options = options
    this.now = options.now ?? Date.now
    this.files = new KeptFiles(options.vault)
  }

  /** For `useSyncExternalStore`: another object when something has changed. */
  getView = (): OutboxView => this.view

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /**
   * Keeps a submission and sends it after those before it. `draft`: the draft it was made from, which it takes the place of in one step, so
   * that a crash leaves the one or the other and never both.
   */
  async submit(submission: Submission, draft?: { id: string; revision: string | null }): Promise<Outcome> {
    const vault = await Promise.race([this.options.vault, afterPatience(null)])
    if (!vault) return this.sendUnkept(submission)
    const { idempotencyKey: key, form } = submission
    const entry: OutboxEntry = { submission, queuedAt: this.now(), problem: null }
    const changes: Change[] = [{ do: 'put', kind: 'outbox', id: key, formId: form?.id ?? '', value: entry }]
    if (draft) changes.push({ do: 'remove', kind: 'draft', id: draft.id, expects: draft.revision })
    try {
      if ((await vault.write(changes)) === null) return { is: 'elsewhere' }
      if (draft) this.options.channel.post({ type: 'draft', userId: vault.userId, id: draft.id, revision: null })
      await this.changed()
      await Promise.race([this.run(), afterPatience(null)])
      return await this.outcomeOf(vault, key)
    } catch (error) {
      if (error instanceof CannotKeep) return this.sendUnkept(submission)
      throw error
    }
  }

  /** Sends what waits, as far as it goes. Comes back when everything has been tried that was there at the call. */
  run(): Promise<void> {
    if (!this.current) {
      this.current = this.pass().finally(() => {
        this.current = null
      })
      return this.current
    }
    this.following ??= this.current.then(() => {
      this.following = null
      return this.run()
    })
    return this.following
  }

  /** The same, at once and with short waits again: for the moment when the link or the session may be back. */
  wake(): Promise<void> {
    this.failures = 0
    return this.run()
  }

  /** The entry under this key, for the form that mends it; null when there is none. */
  async read(key: string): Promise<OutboxEntry | null> {
    const kept = await (await this.options.vault)?.read('outbox', key)
    return kept ? entryIn(kept) : null
  }

  /** Sends a refused entry again, unchanged. */
  async tryAgain(key: string): Promise<void> {
    const vault = await this.options.vault
    const kept = await vault?.read('outbox', key)
    const entry = kept ? entryIn(kept) : null
    if (!vault || !kept || !entry) return
    const value: OutboxEntry = { ...entry, queuedAt: this.now(), problem: null }
    await vault.write([{ do: 'put', kind: 'outbox', id: key, formId: kept.formId, value, expects: kept.revision }])
    await this.changed()
    await this.run()
  }

  /** Removes an entry, or a draft that cannot be opened, because a person said so. What needs the entry then needs attention itself. */
  async discard(kind: 'outbox' | 'draft', id: string): Promise<void> {
    const vault = await this.options.vault
    const kept = await vault?.read(kind, id)
    const files = kept?.isReadable ? filesIn(kept.value) : []
    await vault?.write([{ do: 'remove', kind, id }, ...removalOf(files)])
    await this.changed()
    await this.run()
  }

  /** Forgets answers and files that nothing will refer to any more, and sends what was left from before. */
  async start(): Promise<void> {
    const vault = await this.options.vault
    if (!vault) return
    const old = (await vault.list('answer')).filter(({ updatedAt }) => this.now() - updatedAt > keepAnswers)
    if (old.length > 0) await vault.write(old.map(({ id }) => ({ do: 'remove', kind: 'answer', id })))
    await this.files.forgetUnclaimed(this.now())
    await this.refresh()
    await this.run()
  }

  stop(): void {
    this.isStopped = true
    clearTimeout(this.retryTimer)
  }

  /** Reads again what is kept, after a change here or in another window. */
  async refresh(): Promise<void> {
    const vault = await this.options.vault
    if (!vault || this.isStopped) return
    const [outbox, drafts] = await Promise.all([vault.list('outbox'), vault.list('draft')])
    const { sending, waitsFor } = this
    this.view = viewOf(outbox, drafts, { sending, waitsFor })
    for (const listener of this.listeners) listener()
  }

  private async changed(): Promise<void> {
    this.options.channel.post({ type: 'outbox', userId: this.options.userId })
    await this.refresh()
  }

  private async pass(): Promise<void> {
    clearTimeout(this.retryTimer)
    const vault = await this.options.vault
    if (!vault || this.isStopped) return
    let verdict: Verdict | null = null
    try {
      verdict = await this.options.exclusively(`attest-outbox ${vault.userId}`, () => this.sendAll(vault))
      this.waitsFor = verdict?.is === 'away' ? 'link' : verdict?.is === 'sign-in' ? 'sign-in' : 'nothing'
      if (verdict?.is === 'away') this.retryLater(verdict.retryAfter)
      await this.refresh()
    } catch (error) {
      // The entry stays where it is and goes again under its key.
      if (!(error instanceof CannotKeep)) throw error
      if (error.reason !== 'signed-out') this.retryLater(null)
    } finally {
      this.sending = 0
    }
  }

  /** Sends one after the other; gives the verdict that ended it, null when nothing more can be sent. */
  private async sendAll(vault: Vault): Promise<Verdict | null> {
    while (!this.isStopped) {
      const answers = await answersOf(vault)
      const step = nextToSend(await queueOf(vault), answers, this.now())
      if (!step) return null
      if (step.do === 'refuse') {
        await this.keepProblem(vault, step.queued, step.entry, step.problem)
        continue
      }
      const request = await requestOf(vault, step, answers)
      if (!request) {
        await this.keepProblem(vault, step.queued, step.entry, {
          title: 'Its file is gone',
          status: 0,
          detail: fileGone,
        })
        continue
      }
      this.sending = 1
      await this.refresh()
      const verdict = await sendRequest(request, vault.userId, {
        fetcher: this.options.fetcher,
        actedAt: step.entry.queuedAt,
      })
      this.sending = 0
      if (verdict.is === 'accepted') this.failures = 0
      if (verdict.is === 'accepted') await this.keepAnswer(vault, step.queued, verdict)
      else if (verdict.is === 'refused') await this.keepProblem(vault, step.queued, step.entry, verdict.problem)
      else return verdict
    }
    return null
  }

  /** Where the entry was replaced while it was under way, its new content stays and goes next. */
  private async keepAnswer(vault: Vault, { key, revision, entry }: QueuedEntry, { status, answer }: KeptAnswer) {
    const value: KeptAnswer = { status, answer }
    await vault.write([
      { do: 'remove', kind: 'outbox', id: key, expects: revision },
      { do: 'put', kind: 'answer', id: key, formId: '', value },
      ...removalOf(filesIn(entry)),
    ])
    await this.changed()
  }

  private async keepProblem(vault: Vault, { key, revision }: QueuedEntry, entry: OutboxEntry, problem: Problem) {
    const formId = entry.submission.form?.id ?? ''
    await vault.write([{ do: 'put', kind: 'outbox', id: key, formId, value: { ...entry, problem }, expects: revision }])
    await this.changed()
  }

  private retryLater(retryAfter: number | null): void {
    if (this.isStopped) return
    const growing = Math.min(longestRetry, shortestRetry * 2 ** this.failures)
    this.failures += 1
    // Many windows that lost the same link should not come back in the same instant.
    const delay = retryAfter === null ? growing * (0.75 + Math.random() / 2) : retryAfter * 1000
    this.retryTimer = setTimeout(() => void this.run(), delay)
  }

  private async outcomeOf(vault: Vault, key: string): Promise<Outcome> {
    const kept = await vault.read('outbox', key)
    const entry = kept ? entryIn(kept) : null
    if (entry?.problem) return { is: 'refused', problem: entry.problem }
    if (entry) return { is: 'queued', waitsFor: this.sending ? 'link' : waitsForIn(this.waitsFor) }
    const answer = await vault.read('answer', key)
    if (answer?.isReadable) return { is: 'sent', ...(answer.value as KeptAnswer) }
    // Somebody discarded it in another window.
    return { is: 'elsewhere' }
  }

  private async sendUnkept(submission: Submission): Promise<Outcome> {
    const notKept = (detail: string): Outcome => {
      return { is: 'not-kept', problem: { title: 'Neither sent nor kept', status: 0, detail } }
    }
    try {
      const files = filesIn(submission.body)
      const vault = files.size > 0 ? await Promise.race([this.options.vault, afterPatience(null)]) : null
      const bytes = vault && (await readFiles(vault, files))
      if (files.size > 0 && !bytes) return notKept(fileGone)
      const verdict = await sendRequest(resolveSubmission(submission, new Map(), bytes), this.options.userId, {
        fetcher: this.options.fetcher,
      })
      if (verdict.is === 'accepted') return { is: 'sent', status: verdict.status, answer: verdict.answer }
      if (verdict.is === 'refused') return { is: 'refused', problem: verdict.problem }
      return notKept(verdict.is === 'sign-in' ? 'The session has ended.' : 'The server cannot be reached.')
    } catch (error) {
      return notKept(error instanceof Error ? error.message : String(error))
    }
  }
}

function waitsForIn(waitsFor: WaitsFor): 'link' | 'sign-in' | 'earlier' {
  return waitsFor === 'nothing' ? 'earlier' : waitsFor
}

const fileGone = 'The file is not kept on this device any more. Open the entry again, and choose the file once more.'

/** What goes over the line, with the files it needs; null where one is not kept any more. */
async function requestOf(
  vault: Vault,
  { entry: { submission }, request }: NextStep & { do: 'send' },
  answers: ReadonlyMap<string, unknown>,
): Promise<ResolvedRequest | null> {
  const needed = filesIn(submission.body)
  if (needed.size === 0) return request
  const files = await readFiles(vault, needed)
  return files && resolveSubmission(submission, answers, files)
}

const removalOf = (files: Iterable<string>) => [...files].map((id): Change => ({ do: 'remove', kind: 'file', id }))

async function queueOf(vault: Vault): Promise<QueuedEntry[]> {
  const kept = await vault.list('outbox')
  return kept.map((record) => ({ key: record.id, revision: record.revision, entry: entryIn(record) }))
}

async function answersOf(vault: Vault): Promise<Map<string, unknown>> {
  const kept = await vault.list('answer')
  return new Map(
    kept.flatMap((record) => (record.isReadable ? [[record.id, (record.value as KeptAnswer).answer]] : [])),
  )
}
