import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { PdfRenderError, TypstThread } from '@/formats/pdf/typst-thread'

const templates = (name: string) => join(fileURLToPath(new URL('templates', import.meta.url)), name)
const job = (report: unknown) => ({
  report: JSON.stringify(report),
  createdAt: 1_695_000_000,
  standard: 'ua-1' as const,
  files: [],
})

describe('the PDF thread', () => {
  let thread: TypstThread | null = null
  afterEach(() => thread?.close())

  it('refuses a report whose template warns', async () => {
    thread = new TypstThread({ templates: templates('warning') })
    await expect(thread.render(job({}))).rejects.toThrow(/warning: unknown font family/)
  })

  it('gives up a report that takes too long and sets the next one in a new thread', async () => {
    thread = new TypstThread({ templates: templates('slow'), timeLimit: 2_500 })
    const slow = thread.render(job({ slow: true }))
    const next = thread.render(job({ slow: false }))
    await expect(slow).rejects.toThrow('Setting the PDF took longer than 2.5 s.')
    expect(new TextDecoder().decode((await next).slice(0, 5))).toBe('%PDF-')
  }, 20_000)

  it('fails the reports still waiting when it is closed', async () => {
    thread = new TypstThread({ templates: templates('slow') })
    const waiting = [thread.render(job({ slow: true })), thread.render(job({ slow: false }))]
    const settled = Promise.allSettled(waiting)
    await thread.close()
    for (const result of await settled) {
      expect(result).toMatchObject({ status: 'rejected', reason: expect.any(PdfRenderError) })
    }
  })
})
