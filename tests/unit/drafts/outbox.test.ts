import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { Submission } from '@/components/drafts/submission'
import { FakeApi } from '@/tests/support/fake-api'
import { FakeBrowser, type FakeWindow } from '@/tests/support/fake-browser'

const windows: FakeWindow[] = []
afterEach(() => {
  for (const { outbox } of windows.splice(0)) outbox.stop()
})

async function openWindow(browser: FakeBrowser, api: FakeApi, userId = 'ani'): Promise<FakeWindow> {
  const window = await browser.openWindow(userId, api.fetch)
  windows.push(window)
  return window
}

function submission(key: string, more: Partial<Submission> = {}): Submission {
  return { idempotencyKey: key, method: 'POST', path: '/api/v1/crises/x/figures', body: { key }, label: key, ...more }
}

const keysAt = (api: FakeApi) => api.applied.map(({ body }) => (body as { key: string }).key)

describe('the outbox', () => {
  it('sends at once while the link is there, with its key, version and user', async () => {
    const api = new FakeApi('ani')
    const { outbox } = await openWindow(new FakeBrowser(), api)
    const outcome = await outbox.submit(submission('a', { ifMatch: 3 }))
    expect(outcome).toMatchObject({ is: 'sent', status: 201, answer: { id: 'made-1' } })
    expect(api.applied).toEqual([{ path: '/api/v1/crises/x/figures', body: { key: 'a' }, ifMatch: '3', userId: 'ani' }])
    expect(outbox.getView()).toMatchObject({ waiting: 0, needsAttention: 0, waitsFor: 'nothing' })
  })

  it('queues while the link is away, also across a closed window, and sends in order when it is back', async () => {
    const api = new FakeApi('ani')
    const browser = new FakeBrowser()
    const first = await openWindow(browser, api)
    api.isAway = true
    for (const key of ['a', 'b', 'c']) {
      expect(await first.outbox.submit(submission(key))).toEqual({ is: 'queued', waitsFor: 'link' })
    }
    expect(first.outbox.getView()).toMatchObject({ waiting: 3, waitsFor: 'link' })
    browser.kill(first)
    api.isAway = false
    const second = await openWindow(browser, api)
    await second.outbox.start()
    expect(keysAt(api)).toEqual(['a', 'b', 'c'])
    expect(second.outbox.getView()).toMatchObject({ isOpen: true, waiting: 0 })
  })

  it('is applied exactly once and in order, whatever the line loses and whichever window dies', async () => {
    const line = fc.constantFrom('open', 'lost-before', 'lost-after', 'gateway-away')
    const act = fc.oneof(
      { weight: 4, arbitrary: fc.record({ do: fc.constant('submit'), window: fc.nat(1), refuse: fc.nat(5) }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('submit-and-die'), window: fc.nat(1), turns: fc.nat(40) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('run'), window: fc.nat(1) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('switch'), isAway: fc.boolean() }) },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 14 }), fc.array(line, { maxLength: 20 }), async (acts, lines) => {
        const api = new FakeApi('ani')
        api.line = lines
        const browser = new FakeBrowser()
        const open = [await openWindow(browser, api), await openWindow(browser, api)]
        const certain: string[] = []
        const refused: string[] = []
        const submitted: string[] = []
        for (const [index, act] of acts.entries()) {
          const key = `k${index}`
          const window = open['window' in act ? (act.window ?? 0) : 0]
          if (!window) continue
          if (act.do === 'submit') {
            const refuses = 'refuse' in act && act.refuse === 0
            submitted.push(key)
            ;(refuses ? refused : certain).push(key)
            const outcome = await window.outbox.submit(submission(key, { body: { key, refuse: refuses ? 422 : 0 } }))
            expect(['sent', 'queued', 'refused']).toContain(outcome.is)
          } else if ('turns' in act) {
            submitted.push(key)
            void window.outbox.submit(submission(key)).catch(() => {})
            for (let turn = 0; turn < (act.turns ?? 0); turn += 1) await new Promise((resolve) => setImmediate(resolve))
            browser.kill(window)
            open[act.window ?? 0] = await openWindow(browser, api)
          } else if ('isAway' in act) api.isAway = act.isAway ?? false
          else await window.outbox.run()
        }
        api.isAway = false
        api.line = []
        const last = await openWindow(browser, api)
        await last.outbox.start()

        const applied = keysAt(api)
        expect(new Set(applied).size).toBe(applied.length)
        expect(applied).toEqual(submitted.filter((key) => applied.includes(key)))
        expect(certain.filter((key) => !applied.includes(key))).toEqual([])
        expect(last.outbox.getView().items.map(({ key }) => key)).toEqual(refused)
        expect(last.outbox.getView().waiting).toBe(0)
        for (const window of windows.splice(0)) window.outbox.stop()
      }),
      { numRuns: 150 },
    )
  }, 60_000)

  it('two windows that find the same queue send each entry once', async () => {
    const api = new FakeApi('ani')
    const browser = new FakeBrowser()
    const [first, second] = [await openWindow(browser, api), await openWindow(browser, api)]
    api.isAway = true
    for (const key of ['a', 'b', 'c']) await first.outbox.submit(submission(key))
    api.isAway = false
    const before = api.requests
    await Promise.all([first.outbox.run(), second.outbox.run()])
    expect(keysAt(api)).toEqual(['a', 'b', 'c'])
    expect(api.requests - before).toBe(3)
  })

  it('sends a kept file’s bytes in the place of its name, also out of another window, and lets go of it then', async () => {
    const api = new FakeApi('ani')
    const browser = new FakeBrowser()
    const first = await openWindow(browser, api)
    const file = { $file: 'f1' }
    expect(await first.outbox.files.keep(file, 'Ynl0ZXM=')).toBe(true)
    api.isAway = true
    const body = { key: 'a', file: { bytes: file, declaredType: 'text/html' } }
    expect(await first.outbox.submit(submission('a', { body }))).toEqual({ is: 'queued', waitsFor: 'link' })
    browser.kill(first)
    api.isAway = false
    const second = await openWindow(browser, api)
    await second.outbox.start()
    expect(api.applied.map((one) => one.body)).toEqual([
      { key: 'a', file: { bytes: 'Ynl0ZXM=', declaredType: 'text/html' } },
    ])
    expect(await second.outbox.files.isKept(file)).toBe(false)
    expect(await second.vault.count('file')).toBe(0)
  })

  it('refuses an entry whose file is not kept any more instead of sending it without', async () => {
    const api = new FakeApi('ani')
    const { outbox } = await openWindow(new FakeBrowser(), api)
    const outcome = await outbox.submit(submission('a', { body: { key: 'a', file: { bytes: { $file: 'gone' } } } }))
    expect(outcome).toMatchObject({ is: 'refused', problem: { title: 'Its file is gone' } })
    expect(api.applied).toEqual([])
  })

  it('lets go of files that nothing refers to, in their time, and of no other', async () => {
    const { outbox, vault } = await openWindow(new FakeBrowser(), new FakeApi('ani'))
    for (const id of ['of-draft', 'of-entry', 'of-nothing']) await outbox.files.keep({ $file: id }, 'Ynl0ZXM=')
    const put = (kind: 'draft' | 'outbox', id: string) =>
      ({ do: 'put', kind, id: kind, formId: '', value: { values: { file: { bytes: { $file: id } } } } }) as const
    await vault.write([put('draft', 'of-draft'), put('outbox', 'of-entry')])
    const left = async () => {
      const kept = await vault.list('file')
      return kept.map(({ id }) => id).toSorted()
    }
    await outbox.files.forgetUnclaimed(Date.now())
    expect(await left()).toEqual(['of-draft', 'of-entry', 'of-nothing'])
    await outbox.files.forgetUnclaimed(Date.now() + 2 * 60 * 60 * 1000)
    expect(await left()).toEqual(['of-draft', 'of-entry'])
  })

  it('puts the ids the server made in the place of references', async () => {
    const api = new FakeApi('ani')
    const { outbox } = await openWindow(new FakeBrowser(), api)
    api.isAway = true
    await outbox.submit(submission('a'))
    const made = (pointer: string) => ({ $ref: 'a', pointer })
    await outbox.submit(
      submission('b', {
        path: ['/api/v1/figures/', made('/id'), '/submit'],
        body: { key: 'b', list: [{ of: made('/a~1b/~0') }] },
        ifMatch: made('/version'),
      }),
    )
    api.isAway = false
    await outbox.run()
    expect(api.applied[1]).toMatchObject({
      path: '/api/v1/figures/made-1/submit',
      body: { key: 'b', list: [{ of: 'deep' }] },
      ifMatch: '1',
    })
    // The answer is still there for what is submitted later.
    await outbox.submit(submission('c', { body: { key: 'c', id: made('/id') } }))
    expect(api.applied[2]?.body).toEqual({ key: 'c', id: 'made-1' })
  })

  it('a refused entry is kept with its problem, and holds up what needs it and nothing else', async () => {
    const api = new FakeApi('ani')
    const { outbox } = await openWindow(new FakeBrowser(), api)
    api.isAway = true
    const form = { id: 'figure', href: '/admin/x', values: { count: 2 } }
    await outbox.submit(submission('a', { body: { key: 'a', refuse: 409 }, form }))
    await outbox.submit(submission('b', { after: 'a' }))
    await outbox.submit(submission('c'))
    api.isAway = false
    await outbox.run()
    expect(keysAt(api)).toEqual(['c'])
    const view = outbox.getView()
    expect(view).toMatchObject({ waiting: 1, needsAttention: 1, waitsFor: 'nothing' })
    expect(view.items[0]).toMatchObject({ key: 'a', form, problem: { status: 409, current: { version: 7 } } })
    expect(await outbox.submit(submission('d', { after: 'b' }))).toEqual({ is: 'queued', waitsFor: 'earlier' })

    // Mended under its own key it keeps its place, and those that need it follow.
    expect(await outbox.submit(submission('a', { form }))).toMatchObject({ is: 'sent' })
    expect(keysAt(api)).toEqual(['c', 'a', 'b', 'd'])
  })

  it('what needs a discarded entry needs attention itself', async () => {
    const api = new FakeApi('ani')
    const { outbox } = await openWindow(new FakeBrowser(), api)
    await outbox.submit(submission('a', { body: { refuse: 403 } }))
    await outbox.submit(submission('b', { after: 'a' }))
    await outbox.discard('outbox', 'a')
    expect(outbox.getView().items).toMatchObject([{ key: 'b', problem: { title: 'The entry it needs is gone' } }])
    expect(api.applied).toEqual([])
  })

  it('can be sent again unchanged after a refusal', async () => {
    const api = new FakeApi('ani')
    const { outbox } = await openWindow(new FakeBrowser(), api)
    const body = { key: 'a', refuse: 428 as number | undefined }
    expect(await outbox.submit(submission('a', { body }))).toMatchObject({ is: 'refused', problem: { status: 428 } })
    await outbox.tryAgain('a')
    expect(outbox.getView().items).toMatchObject([{ key: 'a', problem: { status: 428 } }])
    expect(api.requests).toBe(2)
  })

  it('keeps what it has when the session ends, and goes on for the same user only', async () => {
    const api = new FakeApi(null)
    const browser = new FakeBrowser()
    const ani = await openWindow(browser, api)
    expect(await ani.outbox.submit(submission('a'))).toEqual({ is: 'queued', waitsFor: 'sign-in' })

    api.signedIn = 'ben'
    await ani.outbox.run()
    const ben = await openWindow(browser, api, 'ben')
    await ben.outbox.start()
    expect(ben.outbox.getView()).toMatchObject({ waiting: 0, items: [], unreadable: [] })
    expect(api.applied).toEqual([])

    api.signedIn = 'ani'
    await ani.outbox.run()
    expect(keysAt(api)).toEqual(['a'])
  })

  it('says that it has neither sent nor kept where the browser keeps nothing and the link is away', async () => {
    const api = new FakeApi('ani')
    const window = await openWindow(new FakeBrowser(), api)
    window.vault.close()
    expect(await window.outbox.submit(submission('a'))).toMatchObject({ is: 'sent' })
    api.isAway = true
    expect(await window.outbox.submit(submission('b'))).toMatchObject({ is: 'not-kept' })
  })

  it('leaves to a person what waited longer than the server remembers keys', async () => {
    const api = new FakeApi('ani')
    const window = await openWindow(new FakeBrowser(), api)
    api.isAway = true
    await window.outbox.submit(submission('a'))
    const kept = await window.vault.read('outbox', 'a')
    if (!kept?.isReadable) throw new Error('The entry is not there.')
    const value = { ...(kept.value as object), queuedAt: Date.now() - 30 * 24 * 60 * 60 * 1000 }
    await window.vault.write([{ do: 'put', kind: 'outbox', id: 'a', formId: '', value }])
    api.isAway = false
    await window.outbox.run()
    expect(api.applied).toEqual([])
    expect(window.outbox.getView().items).toMatchObject([{ problem: { title: 'It waited for too long' } }])
  })
})
