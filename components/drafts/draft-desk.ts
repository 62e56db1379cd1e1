import { importDraftKey } from '@/components/drafts/cipher'
import { type DeskChannel, type DeskMessage, openDeskChannel } from '@/components/drafts/desk-channel'
import type { DraftKeeper } from '@/components/drafts/draft-keeper'
import { fetchDraftKey, type KeyAnswer } from '@/components/drafts/fetch-draft-key'
import { Outbox } from '@/components/drafts/outbox'
import { CannotKeep, type CannotKeepReason, Vault, wipe } from '@/components/drafts/vault'

/** What a person would lose by signing out now. */
export interface Unsent {
  drafts: number
  waiting: number
  needsAttention: number
  /** Kept under a key that was changed since. */
  unreadable: number
}

interface DeskOptions {
  /** Who is signed in, as the page was told when it was made. */
  userId: string
  /** Called when this window may show the person's work no longer: they signed out, or somebody else signed in, in another window. */
  onEnded: () => void
}

const shortestRetry = 2000
const longestRetry = 30_000

/** Everything one window keeps and sends for one signed-in person: the vault once its key is there, the outbox, the open forms. */
export class DraftDesk {
  readonly outbox: Outbox
  private readonly userId: string
  private readonly onEnded: () => void
  private readonly channel: DeskChannel = openDeskChannel()
  /** Null where nothing can be kept; then `reason` says why. */
  private readonly vault: Promise<Vault | null>
  private readonly keepers = new Set<Pick<DraftKeeper<unknown>, 'flush' | 'detach'>>()
  private readonly stopListening = new AbortController()
  private reason: CannotKeepReason = 'refused'
  private wakeUp = () => {}

  constructor({ userId, onEnded }: DeskOptions) {
    this.userId = userId
    this.onEnded = onEnded
    this.vault = this.openVault()
    this.outbox = new Outbox({
      userId,
      vault: this.vault,
      channel: this.channel,
      exclusively: async (name, work) => navigator.locks.request(name, work),
    })
    this.channel.subscribe((message) => this.hear(message))
    const { signal } = this.stopListening
    window.addEventListener('online', () => this.wake(), { signal })
    window.addEventListener('pageshow', (event) => event.persisted && void this.confirmUser(), { signal })
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && this.wake(), {
      signal,
    })
    void this.outbox.start().catch(ignoreCannotKeep)
  }

  /** Lets a form keep its values here. Gives the function that ends it. */
  attach<Values>(keeper: DraftKeeper<Values>): () => void {
    this.keepers.add(keeper)
    void this.vault.then(async (vault) => {
      if (this.keepers.has(keeper)) await keeper.attach(vault, this.channel, this.reason)
    })
    return () => {
      this.keepers.delete(keeper)
      void keeper.flush().then(() => this.keepers.has(keeper) || keeper.detach())
    }
  }

  /** What would be lost by signing out now, what is being typed included. */
  async readUnsent(): Promise<Unsent> {
    await Promise.all([...this.keepers].map((keeper) => keeper.flush()))
    const vault = await this.vault
    const [outbox, drafts] = vault ? await Promise.all([vault.list('outbox'), vault.list('draft')]) : [[], []]
    await this.outbox.refresh()
    const { waiting, needsAttention } = this.outbox.getView()
    const isReadable = (kept: { isReadable: boolean }) => kept.isReadable
    return {
      drafts: drafts.filter(isReadable).length,
      waiting,
      needsAttention,
      unreadable: [...drafts, ...outbox].filter((kept) => !isReadable(kept)).length,
    }
  }

  /** At sign-out, once the server has ended the session: removes everything of this person from this browser and ends their other windows. */
  async wipe(): Promise<void> {
    this.channel.post({ type: 'signed-out', userId: this.userId })
    this.outbox.stop()
    for (const keeper of this.keepers) keeper.detach()
    await wipe(this.userId)
    await this.stop()
  }

  async stop(): Promise<void> {
    this.stopListening.abort()
    this.wakeUp()
    this.outbox.stop()
    await Promise.all([...this.keepers].map((keeper) => keeper.flush()))
    this.channel.close()
    const vault = await this.vault
    vault?.close()
  }

  private get isStopped(): boolean {
    return this.stopListening.signal.aborted
  }

  private wake(): void {
    this.wakeUp()
    void this.outbox.wake()
  }

  private hear(message: DeskMessage): void {
    if (message.type === 'outbox' && message.userId === this.userId) void this.outbox.refresh().catch(ignoreCannotKeep)
    if (message.type === 'signed-in' && message.userId === this.userId) this.wake()
    if (message.type === 'signed-in' && message.userId !== this.userId) void this.end()
    if (message.type === 'signed-out' && message.userId === this.userId) void this.end()
  }

  /** A page that comes back out of the browser's memory has heard nothing in the meantime. */
  private async confirmUser(): Promise<void> {
    const answer = await fetchDraftKey()
    if (answer.is === 'key' && answer.userId !== this.userId) await this.end()
    else this.wake()
  }

  private async end(): Promise<void> {
    if (this.isStopped) return
    await this.stop().catch(ignoreCannotKeep)
    this.onEnded()
  }

  private async openVault(): Promise<Vault | null> {
    try {
      if (!globalThis.crypto?.subtle || !navigator.locks) throw new CannotKeep('insecure')
      for (let failures = 0; !this.isStopped; failures += 1) {
        const answer = await fetchDraftKey()
        if (answer.is === 'key') return await this.openWith(answer)
        await this.sleep(Math.min(longestRetry, shortestRetry * 2 ** failures))
      }
      return null
    } catch (error) {
      if (!(error instanceof CannotKeep)) throw error
      this.reason = error.reason
      return null
    }
  }

  private async openWith({ userId, key }: KeyAnswer & { is: 'key' }): Promise<Vault | null> {
    if (userId !== this.userId) {
      setTimeout(() => void this.end())
      return null
    }
    const vault = await Vault.open({ userId, key: await importDraftKey(key) })
    if (this.isStopped) {
      vault.close()
      return null
    }
    this.channel.post({ type: 'signed-in', userId })
    return vault
  }

  private sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      this.wakeUp = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}

/** Where nothing can be kept any more, nothing is left to read or send: the forms say so. */
function ignoreCannotKeep(error: unknown): void {
  if (!(error instanceof CannotKeep)) throw error
}
