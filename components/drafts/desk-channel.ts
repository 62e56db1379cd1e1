/** What the windows of one browser tell each other. */
export type DeskMessage =
  | { type: 'draft'; userId: string; id: string; revision: string | null }
  | { type: 'outbox'; userId: string }
  | { type: 'signed-in'; userId: string }
  | { type: 'signed-out'; userId: string }

export interface DeskChannel {
  /** Tells all other windows. */
  post(message: DeskMessage): void
  subscribe(listener: (message: DeskMessage) => void): () => void
  close(): void
}

export function openDeskChannel(): DeskChannel {
  const channel = new BroadcastChannel('attest-drafts')
  let isClosed = false
  return {
    // What was still under way when the page was left ends after the channel.
    post: (message) => isClosed || channel.postMessage(message),
    subscribe: (listener) => {
      const onMessage = (event: MessageEvent<DeskMessage>) => listener(event.data)
      channel.addEventListener('message', onMessage)
      return () => channel.removeEventListener('message', onMessage)
    },
    close: () => {
      isClosed = true
      channel.close()
    },
  }
}
