import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { DraftKeeper } from '@/components/drafts/draft-keeper'
import { FakeApi } from '@/tests/support/fake-api'
import { FakeBrowser, type FakeWindow } from '@/tests/support/fake-browser'

interface Values {
  count: string
  quote: string
}

const empty: Values = { count: '', quote: '' }
const typed = (quote: string): Values => ({ count: '2', quote })
const request = { method: 'POST' as const, path: '/api/v1/crises/x/figures', label: 'Killed, 2', href: '/admin/x' }

const ended: (() => void)[] = []
afterEach(() => {
  for (const end of ended.splice(0)) end()
})

async function openForm(window: FakeWindow, formId = 'figure') {
  const keeper = new DraftKeeper<Values>({ formId, initial: empty })
  ended.push(
    () => keeper.detach(),
    () => window.outbox.stop(),
  )
  await keeper.attach(window.vault, window.channel)
  return keeper
}

const openWindow = (browser: FakeBrowser, api = new FakeApi('ani'), userId = 'ani') =>
  browser.openWindow(userId, api.fetch)

describe('a draft', () => {
  it('comes back in the next window, for the same user and form only', async () => {
    const browser = new FakeBrowser()
    const first = await openWindow(browser)
    const keeper = await openForm(first)
    expect(keeper.getView()).toMatchObject({ status: 'empty', restored: null })
    keeper.keep(typed('at least two'))
    expect(keeper.getView().status).toBe('keeping')
    await keeper.flush()
    expect(keeper.getView().status).toBe('kept')
    browser.kill(first)

    expect((await openForm(await openWindow(browser))).getView()).toMatchObject({
      status: 'kept',
      restored: typed('at least two'),
    })
    expect((await openForm(await openWindow(browser), 'note')).getView().restored).toBeNull()
    const ben = await browser.openWindow('ben', new FakeApi('ben').fetch)
    expect((await openForm(ben)).getView()).toMatchObject({ status: 'empty', restored: null, hasUnreadable: false })
  })

  it('is kept within half a second, also while somebody types without a pause', async () => {
    const window = await openWindow(new FakeBrowser())
    const keeper = await openForm(window)
    const begun = Date.now()
    let text = ''
    while (Date.now() - begun < 1500) {
      text += 'x'
      keeper.keep(typed(text))
      await new Promise((resolve) => setTimeout(resolve, 30))
      const kept = await window.vault.read('draft', 'figure')
      const length = kept?.isReadable ? (kept.value as { values: Values }).values.quote.length : 0
      // 30 ms a key, and some slack for a busy machine.
      expect(text.length - length).toBeLessThan(1000 / 30)
    }
  })

  it('holds what is typed before the key is there', async () => {
    const window = await openWindow(new FakeBrowser())
    const keeper = new DraftKeeper<Values>({ formId: 'figure', initial: empty })
    ended.push(() => keeper.detach())
    keeper.keep(typed('early'))
    expect(keeper.getView().status).toBe('opening')
    await keeper.attach(window.vault, window.channel)
    expect(keeper.getView().status).toBe('kept')
    expect((await window.vault.list('draft')).map(({ id }) => id)).toEqual(['figure'])
  })

  it('keeps what is typed while that is being kept which was typed before the key was there', async () => {
    const window = await openWindow(new FakeBrowser())
    const keeper = new DraftKeeper<Values>({ formId: 'figure', initial: empty })
    ended.push(() => keeper.detach())
    keeper.keep(typed('early'))
    const { write } = window.vault
    window.vault.write = async (changes) => {
      window.vault.write = write
      keeper.keep(typed('early and late'))
      return write.call(window.vault, changes)
    }
    await keeper.attach(window.vault, window.channel)
    await expect.poll(() => keeper.getView().status).toBe('kept')
    const kept = await window.vault.read('draft', 'figure')
    expect(kept).toMatchObject({ value: { values: typed('early and late') } })
  })

  it('never puts an older draft over what was typed before the key was there', async () => {
    const browser = new FakeBrowser()
    const old = await openForm(await openWindow(browser))
    old.keep(typed('older'))
    await old.flush()
    const window = await openWindow(browser)
    const keeper = new DraftKeeper<Values>({ formId: 'figure', initial: empty })
    ended.push(() => keeper.detach())
    keeper.keep(typed('newer'))
    await keeper.attach(window.vault, window.channel)
    expect(keeper.getView()).toMatchObject({ status: 'elsewhere', isGone: false, restored: null })
    await keeper.keepMine(typed('newer'))
    expect((await openForm(await openWindow(browser))).getView().restored).toEqual(typed('newer'))
  })

  it('is gone when the form is as it was, and was never there when nothing changed', async () => {
    const window = await openWindow(new FakeBrowser())
    const keeper = await openForm(window)
    keeper.keep({ quote: '', count: '' })
    await keeper.flush()
    expect(await window.vault.list('draft')).toEqual([])
    keeper.keep(typed('x'))
    await keeper.flush()
    keeper.keep(empty)
    await keeper.flush()
    expect(keeper.getView().status).toBe('empty')
    expect(await window.vault.list('draft')).toEqual([])
  })

  it('says why it is not kept, and is kept again when it can be', async () => {
    const window = await openWindow(new FakeBrowser())
    const keeper = await openForm(window)
    const { write } = window.vault
    window.vault.write = async () => {
      const { CannotKeep } = await import('@/components/drafts/vault')
      throw new CannotKeep('full')
    }
    keeper.keep(typed('x'))
    await keeper.flush()
    expect(keeper.getView()).toMatchObject({ status: 'cannot-keep', reason: 'full' })
    window.vault.write = write
    await keeper.flush()
    expect(keeper.getView().status).toBe('kept')
    const alone = new DraftKeeper<Values>({ formId: 'figure', initial: empty })
    await alone.attach(null, window.channel, 'insecure')
    expect(alone.getView()).toMatchObject({ status: 'cannot-keep', reason: 'insecure' })
  })

  it('sealed by a key that was changed stays, is reported, and does not stand in the way of the next', async () => {
    const browser = new FakeBrowser()
    const before = await openForm(await openWindow(browser))
    before.keep(typed('before'))
    await before.flush()
    const afterRotation = () =>
      browser.openWindow('ani', new FakeApi('ani').fetch, Buffer.alloc(32, 'n').toString('base64'))
    const keeper = await openForm(await afterRotation())
    expect(keeper.getView()).toMatchObject({ status: 'empty', hasUnreadable: true })
    keeper.keep(typed('after'))
    await keeper.flush()
    const window = await afterRotation()
    expect((await openForm(window)).getView()).toMatchObject({ restored: typed('after'), hasUnreadable: true })
    await window.outbox.refresh()
    expect(window.outbox.getView().unreadable).toMatchObject([{ kind: 'draft', id: 'figure' }])
    await window.outbox.discard('draft', 'figure')
    expect((await openForm(await afterRotation())).getView()).toMatchObject({
      restored: typed('after'),
      hasUnreadable: false,
    })
  })
})

describe('one form in two windows', () => {
  it('neither overwrites the other unsaid, whoever writes first', async () => {
    const turn = fc.record({ window: fc.nat(1), text: fc.string({ minLength: 1 }), isHeard: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(fc.array(turn, { maxLength: 10 }), async (turns) => {
        const browser = new FakeBrowser()
        const windows = [await openWindow(browser), await openWindow(browser)]
        const deaf = { post: () => {}, subscribe: () => () => {}, close: () => {} }
        const keepers = await Promise.all(
          windows.map(async (window, index) => {
            const keeper = new DraftKeeper<Values>({ formId: 'figure', initial: empty })
            // Messages between windows come late or never: only the database decides.
            await keeper.attach(window.vault, turns[index]?.isHeard ? window.channel : deaf)
            return keeper
          }),
        )
        let last: { by: number; values: Values } | null = null
        for (const { window: index, text } of turns) {
          const keeper = keepers[index]
          if (!keeper) continue
          keeper.keep(typed(text))
          await keeper.flush()
          const { status } = keeper.getView()
          if (last && last.by !== index) expect(status).toBe('elsewhere')
          if (status === 'kept') last = { by: index, values: typed(text) }
        }
        const kept = await windows[0]?.vault.read('draft', 'figure')
        const values = kept?.isReadable ? (kept.value as { values: Values }).values : null
        expect(values).toEqual(last?.values ?? null)
        for (const keeper of keepers) keeper.detach()
      }),
      { numRuns: 40 },
    )
  })

  it('says so at once, and goes on as the person chooses', async () => {
    const browser = new FakeBrowser()
    const [one, two] = [await openForm(await openWindow(browser)), await openForm(await openWindow(browser))]
    one.keep(typed('one'))
    await one.flush()
    expect(two.getView()).toMatchObject({ status: 'elsewhere', isGone: false })
    two.keep(typed('two'))
    await two.takeTheirs()
    expect(two.getView()).toMatchObject({ status: 'kept', restored: typed('one') })
    two.keep(typed('one and two'))
    await two.flush()
    expect(one.getView().status).toBe('elsewhere')
    await one.keepMine(typed('one after all'))
    expect(one.getView().status).toBe('kept')
    expect(two.getView().status).toBe('elsewhere')
  })

  it('opening it a second time changes nothing', async () => {
    const browser = new FakeBrowser()
    const one = await openForm(await openWindow(browser))
    one.keep(typed('one'))
    await one.flush()
    const two = await openForm(await openWindow(browser))
    // A form library reports the values it was reset to.
    two.keep({ quote: 'one', count: '2' })
    await two.flush()
    expect(one.getView().status).toBe('kept')
  })
})

describe('submitting a draft', () => {
  it('leaves nothing of it once the server has it, and begins anew under another key', async () => {
    const api = new FakeApi('ani')
    const window = await openWindow(new FakeBrowser(), api)
    const keeper = await openForm(window)
    for (const quote of ['first', 'second']) {
      keeper.keep(typed(quote))
      const outcome = await keeper.submit(window.outbox, { ...request, body: typed(quote) }, typed(quote))
      expect(outcome.is).toBe('sent')
      expect(keeper.getView().status).toBe('saved')
      keeper.keep(empty)
    }
    expect(api.applied.map(({ body }) => body)).toEqual([typed('first'), typed('second')])
    expect(await window.vault.list('draft')).toEqual([])
  })

  it('pressed twice is one submission', async () => {
    const api = new FakeApi('ani')
    const window = await openWindow(new FakeBrowser(), api)
    const keeper = await openForm(window)
    keeper.keep(typed('x'))
    const press = () => keeper.submit(window.outbox, { ...request, body: typed('x') }, typed('x'))
    expect((await Promise.all([press(), press()])).map(({ is }) => is)).toEqual(['sent', 'sent'])
    expect(api.applied).toHaveLength(1)
  })

  it('is entered once, whenever the browser dies around it and whatever the person then does again', async () => {
    const line = fc.constantFrom('open' as const, 'lost-before' as const, 'lost-after' as const)
    await fc.assert(
      fc.asyncProperty(fc.nat(60), fc.array(line, { maxLength: 3 }), async (turns, lines) => {
        const api = new FakeApi('ani')
        api.line = lines
        const browser = new FakeBrowser()
        const first = await openWindow(browser, api)
        const form = await openForm(first)
        form.keep(typed('once'))
        await form.flush()
        void form.submit(first.outbox, { ...request, body: typed('once') }, typed('once')).catch(() => {})
        for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve))
        browser.kill(first)

        const second = await openWindow(browser, api)
        const again = await openForm(second)
        const { restored } = again.getView()
        // Where the form comes back full, the person submits it; where it is empty, it is in the outbox or with the server.
        if (restored) await again.submit(second.outbox, { ...request, body: restored }, restored)
        api.line = []
        await second.outbox.run()
        expect(api.applied.map(({ body }) => body)).toEqual([typed('once')])
        expect(await second.vault.list('draft')).toEqual([])
        second.outbox.stop()
      }),
      { numRuns: 60 },
    )
  })

  it('a refused one keeps its key: what was mended takes its place', async () => {
    const api = new FakeApi('ani')
    const browser = new FakeBrowser()
    const window = await openWindow(browser, api)
    const keeper = await openForm(window)
    keeper.keep(typed('wrong'))
    const refused = await keeper.submit(window.outbox, { ...request, body: { refuse: 422 } }, typed('wrong'))
    expect(refused).toMatchObject({ is: 'refused', problem: { status: 422 } })
    expect(window.outbox.getView().items).toMatchObject([
      { form: { id: 'figure', href: '/admin/x', values: typed('wrong') }, problem: { status: 422 } },
    ])
    keeper.keep(typed('right'))
    await keeper.flush()
    browser.kill(window)

    const next = await openWindow(browser, api)
    const again = await openForm(next)
    expect(again.getView().restored).toEqual(typed('right'))
    expect(await again.submit(next.outbox, { ...request, body: typed('right') }, typed('right'))).toMatchObject({
      is: 'sent',
    })
    expect(next.outbox.getView()).toMatchObject({ waiting: 0, needsAttention: 0 })
    expect(api.applied).toHaveLength(1)
  })

  it('a refused one that was reopened by its key is replaced by what is sent then', async () => {
    const api = new FakeApi('ani')
    const browser = new FakeBrowser()
    const window = await openWindow(browser, api)
    api.isAway = true
    await window.outbox.submit({
      ...request,
      idempotencyKey: 'k',
      body: { refuse: 409 },
      form: { id: 'figure', href: '/admin/x', values: typed('wrong') },
    })
    api.isAway = false
    await window.outbox.run()
    const entry = await window.outbox.read('k')
    expect(entry).toMatchObject({ problem: { status: 409 }, submission: { form: { values: typed('wrong') } } })
    // The form has gone on to the next entry meanwhile: that draft is not the refused one's.
    const next = await openForm(window)
    next.keep(typed('next'))
    await next.flush()
    const keeper = new DraftKeeper<Values>({ formId: 'figure', initial: typed('wrong'), submissionKey: 'k' })
    ended.push(() => keeper.detach())
    await keeper.attach(window.vault, window.channel)
    expect(keeper.getView()).toMatchObject({ status: 'empty', restored: null })
    keeper.keep(typed('right'))
    await keeper.flush()
    expect((await openForm(await openWindow(browser))).getView().restored).toEqual(typed('next'))
    await keeper.submit(window.outbox, { ...request, body: typed('right') }, typed('right'))
    expect(api.applied.map(({ body }) => body)).toEqual([typed('right')])
    expect(window.outbox.getView().needsAttention).toBe(0)
    expect(await window.vault.list('draft')).toMatchObject([{ id: 'figure', value: { values: typed('next') } }])
    keeper.keep(typed('another'))
    await keeper.flush()
    expect(keeper.getView().status).toBe('elsewhere')
  })

  it('reopened by its key, a refused one comes with what was typed since it was refused', async () => {
    const api = new FakeApi('ani')
    const window = await openWindow(new FakeBrowser(), api)
    const form = await openForm(window)
    form.keep(typed('wrong'))
    await form.submit(window.outbox, { ...request, body: { refuse: 422 } }, typed('wrong'))
    form.keep(typed('nearly right'))
    await form.flush()
    const [item] = window.outbox.getView().items
    const again = new DraftKeeper<Values>({ formId: 'figure', initial: typed('wrong'), submissionKey: item?.key })
    ended.push(() => again.detach())
    await again.attach(window.vault, window.channel)
    expect(again.getView().restored).toEqual(typed('nearly right'))
  })

  it('what is typed while it is under way is the next draft', async () => {
    const api = new FakeApi('ani')
    const window = await openWindow(new FakeBrowser(), api)
    const keeper = await openForm(window)
    keeper.keep(typed('first'))
    const sent = keeper.submit(window.outbox, { ...request, body: typed('first') }, typed('first'))
    await new Promise((resolve) => setImmediate(resolve))
    keeper.keep(typed('second'))
    expect((await sent).is).toBe('sent')
    await keeper.flush()
    expect(keeper.getView().status).toBe('kept')
    const kept = await window.vault.list('draft')
    expect(kept).toMatchObject([{ value: { values: typed('second') } }])
  })

  it('sent from another window is not sent again unsaid', async () => {
    const api = new FakeApi('ani')
    const browser = new FakeBrowser()
    const [one, two] = [await openWindow(browser, api), await openWindow(browser, api)]
    const first = await openForm(one)
    first.keep(typed('x'))
    await first.flush()
    const second = await openForm(two)
    await first.submit(one.outbox, { ...request, body: typed('x') }, typed('x'))
    expect(second.getView()).toMatchObject({ status: 'elsewhere', isGone: true })
    expect(await second.submit(two.outbox, { ...request, body: typed('x') }, typed('x'))).toEqual({ is: 'elsewhere' })
    expect(api.applied).toHaveLength(1)
    await second.takeTheirs()
    expect(second.getView()).toMatchObject({ status: 'empty', restored: empty })
  })
})
