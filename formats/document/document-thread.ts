import { Worker } from 'node:worker_threads'
import type { DocumentMediaType } from '@/domain/document/document-reading'

export interface DocumentJob {
  bytes: Uint8Array
  mediaType: DocumentMediaType
  /** The charset that was declared with it. */
  charset: string | null
  /** No more text than this is looked for, UTF-16 units. */
  mostText: number
}

/** What the thread found, or a sentence to refuse with, or the words of an error nobody foresaw. */
export type DocumentAnswer =
  | { text: string; title: string | null; language: string | null; warnings: string[] }
  | { refusal: string }
  | { failure: string }

const megabyte = 1024 * 1024

/**
 * Reads documents one after another, each in a thread of its own that is ended when it exceeds `timeLimit` (ms), `heap` or `memory`
 * (MB). A file that hurts its thread leaves nothing behind for the next.
 */
export class DocumentThread {
  private last: Promise<unknown> = Promise.resolve()
  private readonly timeLimit: number
  private readonly heap: number
  private readonly memory: number

  constructor({ timeLimit = 10_000, heap = 256, memory = 600 } = {}) {
    this.timeLimit = timeLimit
    this.heap = heap
    this.memory = memory
  }

  /** Never rejects. The bytes are copied. */
  read(job: DocumentJob): Promise<DocumentAnswer> {
    const answer = this.last.then(() => this.readNow(job))
    this.last = answer
    return answer
  }

  private readNow(job: DocumentJob): Promise<DocumentAnswer> {
    return new Promise((resolve) => {
      const worker = new Worker(new URL('./worker.mjs', import.meta.url), {
        workerData: job,
        resourceLimits: { maxOldGenerationSizeMb: this.heap, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
        stdout: true,
        stderr: true,
      })
      const before = process.memoryUsage.rss()
      const end = (answer: DocumentAnswer) => {
        clearTimeout(timer)
        clearInterval(watch)
        worker.removeAllListeners()
        worker.on('error', () => {})
        // The next document waits until this thread has given its memory back.
        void worker.terminate().then(() => resolve(answer))
      }
      const timer = setTimeout(
        () =>
          end({
            refusal: `Reading the file took longer than ${this.timeLimit / 1000} s. Copy the text that is needed and paste it.`,
          }),
        this.timeLimit,
      )
      // V8's limits do not count buffers, which is where an unpacked stream goes: so the process itself is watched.
      const watch = setInterval(() => {
        if (process.memoryUsage.rss() - before > this.memory * megabyte) end(tooMuchMemory)
      }, 50)
      worker.once('message', (answer: DocumentAnswer) => end(answer))
      worker.once('error', (error: NodeJS.ErrnoException) =>
        end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuchMemory : { failure: error.message }),
      )
      worker.once('exit', (code) => end({ failure: `its thread ended with code ${code}` }))
    })
  }
}

const tooMuchMemory: DocumentAnswer = {
  refusal: 'Reading the file takes too much memory. Copy the text that is needed and paste it.',
}
