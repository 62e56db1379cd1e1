import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { importDraftKey } from '@/components/drafts/cipher'
import type { DeskChannel, DeskMessage } from '@/components/drafts/desk-channel'
import { Outbox } from '@/components/drafts/outbox'
import { Vault } from '@/components/drafts/vault'

/** A key that is the same for the same letter. */
export function draftKey(letter: string): string {
  return Buffer.alloc(32, letter).toString('base64')
}

/** A browser with its one database and its windows, for tests without one. `kill` ends a window as the system would: at once, at any point. */
export class FakeBrowser {
  readonly factory = new IDBFactory()
  private readonly channels = new Set<FakeChannel>()
  private readonly queue: { window: FakeWindow; work: () => Promise<void> }[] = []
  private running: FakeWindow | null = null

  async openWindow(userId: string, fetcher: typeof fetch, key = draftKey(userId)): Promise<FakeWindow> {
    const vault = await Vault.open({ userId, key: await importDraftKey(key), factory: this.factory })
    const channel = new FakeChannel(this.channels)
    const window: FakeWindow = {
      vault,
      channel,
      isDead: false,
      outbox: new Outbox({
        userId,
        vault: Promise.resolve(vault),
        channel,
        exclusively: (_name, work) => this.exclusively(window, work),
        fetcher: (...request) => (window.isDead ? new Promise(() => {}) : orNever(window, fetcher(...request))),
      }),
    }
    return window
  }

  kill(window: FakeWindow): void {
    window.isDead = true
    window.outbox.stop()
    window.vault.close()
    window.channel.close()
    if (this.running === window) this.running = null
    this.runNext()
  }

  private exclusively<Result>(window: FakeWindow, work: () => Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.queue.push({ window, work: () => work().then(resolve, reject) })
      this.runNext()
    })
  }

  private runNext(): void {
    if (this.running) return
    const next = this.queue.shift()
    if (!next) return
    if (next.window.isDead) {
      this.runNext()
      return
    }
    this.running = next.window
    void next.work().finally(() => {
      if (next.window.isDead) return
      this.running = null
      this.runNext()
    })
  }
}

export interface FakeWindow {
  vault: Vault
  outbox: Outbox
  channel: DeskChannel
  isDead: boolean
}

/** An answer that comes for a window which is gone is heard by nobody. */
async function orNever<Result>(window: FakeWindow, answer: Promise<Result>): Promise<Result> {
  try {
    const result = await answer
    return window.isDead ? await new Promise<Result>(() => {}) : result
  } catch (error) {
    if (window.isDead) return new Promise<Result>(() => {})
    throw error
  }
}

class FakeChannel implements DeskChannel {
  private readonly listeners = new Set<(message: DeskMessage) => void>()
  private readonly all: Set<FakeChannel>

  constructor(all: Set<FakeChannel>) {
    this.all = all
    all.add(this)
  }

  post(message: DeskMessage): void {
    const others = [...this.all].filter((channel) => channel !== this)
    for (const channel of others) for (const listener of channel.listeners) listener(message)
  }

  subscribe(listener: (message: DeskMessage) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  close(): void {
    this.all.delete(this)
  }
}
