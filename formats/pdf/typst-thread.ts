import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'

/**
 * A report as the template reads it (JSON), the second since 1970 that stands in the file as its creation, the standard it is written by
 * ("ua-1"), and the files it names beside the template.
 */
export interface TypstJob {
  report: string
  createdAt: number
  standard: 'ua-1' | 'a-3a'
  files: readonly { name: string; bytes: Uint8Array }[]
}

type Answer = { id: number; pdf: Uint8Array } | { id: number; error: string }
interface Waiting {
  id: number
  job: TypstJob
  resolve: (pdf: Uint8Array) => void
  reject: (error: Error) => void
}

/** The report could not be set: Typst refused or warned, took too long, or its thread died. */
export class PdfRenderError extends Error {
  override name = 'PdfRenderError'
}

/** Where the templates and fonts lie: beside this file. */
export const pdfFolder = dirname(fileURLToPath(import.meta.url))

/**
 * One warm Typst thread that sets one report at a time, in the order of the calls. A thread that dies or exceeds `timeLimit` (ms) fails the
 * report it was at, and the next report starts a new one. An idle thread does not keep the process alive.
 */
export class TypstThread {
  private worker: Worker | null = null
  private timer: NodeJS.Timeout | null = null
  private readonly queue: Waiting[] = []
  private nextId = 1

  private readonly timeLimit: number
  private readonly templates: string

  constructor({ timeLimit = 20_000, templates = join(pdfFolder, 'templates') } = {}) {
    this.timeLimit = timeLimit
    this.templates = templates
  }

  render(job: TypstJob): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      this.queue.push({ id: this.nextId++, job, resolve, reject })
      if (this.queue.length === 1) this.startNext()
    })
  }

  /** Stops the thread; reports still waiting fail. */
  async close(): Promise<void> {
    const { worker } = this
    this.failAll('The renderer was closed.')
    await worker?.terminate()
  }

  private startNext() {
    const [current] = this.queue
    if (!current) {
      this.worker?.unref()
      return
    }
    this.worker ??= this.startWorker()
    this.worker.ref()
    this.timer = setTimeout(
      () => this.replaceWorker(`Setting the PDF took longer than ${this.timeLimit / 1000} s.`),
      this.timeLimit,
    )
    this.worker.postMessage({ id: current.id, ...current.job })
  }

  private startWorker(): Worker {
    const worker = new Worker(new URL('./worker.mjs', import.meta.url), {
      workerData: {
        templates: this.templates,
        main: join(this.templates, 'sitrep.typ'),
        dataFile: join(this.templates, 'report.json'),
        fonts: join(pdfFolder, 'fonts'),
      },
    })
    worker.on('message', (answer: Answer) => this.settle(answer))
    worker.on('error', (error) => this.lose(worker, `The PDF thread failed: ${error.message}`))
    worker.on('exit', (code) => this.lose(worker, `The PDF thread ended with code ${code}.`))
    return worker
  }

  private settle(answer: Answer) {
    if (this.queue[0]?.id !== answer.id) return
    if ('pdf' in answer) this.finish((waiting) => waiting.resolve(answer.pdf))
    else this.finish((waiting) => waiting.reject(new PdfRenderError(answer.error)))
  }

  private finish(answer: (waiting: Waiting) => void) {
    if (this.timer) clearTimeout(this.timer)
    const waiting = this.queue.shift()
    if (waiting) answer(waiting)
    this.startNext()
  }

  private replaceWorker(reason: string) {
    const { worker } = this
    if (!worker) return
    this.lose(worker, reason)
    void worker.terminate()
  }

  private lose(worker: Worker, reason: string) {
    if (this.worker !== worker) return
    this.worker = null
    if (this.queue.length > 0) this.finish((waiting) => waiting.reject(new PdfRenderError(reason)))
  }

  private failAll(reason: string) {
    if (this.timer) clearTimeout(this.timer)
    this.worker = null
    for (const waiting of this.queue.splice(0)) waiting.reject(new PdfRenderError(reason))
  }
}
