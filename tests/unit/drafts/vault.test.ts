import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { importDraftKey } from '@/components/drafts/cipher'
import { type Change, countUnsent, Vault, wipe } from '@/components/drafts/vault'
import { inTransaction, openVaultDatabase } from '@/components/drafts/vault-database'
import { draftKey } from '@/tests/support/fake-browser'

const openVault = async (factory: IDBFactory, userId: string, key = draftKey(userId)) =>
  Vault.open({ userId, key: await importDraftKey(key), factory })

const draft = (id: string, value: unknown, expects?: string | null): Change => {
  return { do: 'put', kind: 'draft', id, formId: id, value, ...(expects === undefined ? {} : { expects }) }
}

/** Every row of the browser's database, as somebody with the laptop in hand would read them. */
async function rawRows(factory: IDBFactory): Promise<unknown[]> {
  const database = await openVaultDatabase(factory)
  const rows = await Promise.all(
    ['records', 'openings'].map(
      (store) =>
        new Promise<unknown[]>((resolve) => {
          const request = database.transaction(store).objectStore(store).getAll()
          request.onsuccess = () => resolve(request.result)
        }),
    ),
  )
  database.close()
  return rows.flat()
}

describe('the vault', () => {
  it('gives back what was kept, and nobody else anything of it', async () => {
    const kinds = fc.constantFrom('draft' as const, 'outbox' as const, 'answer' as const, 'file' as const)
    const row = fc.record({ user: fc.constantFrom('ani', 'ben'), kind: kinds, id: fc.string(), value: fc.jsonValue() })
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 8 }), async (rows) => {
        const factory = new IDBFactory()
        const vaults = { ani: await openVault(factory, 'ani'), ben: await openVault(factory, 'ben') }
        const expected = { ani: new Map<string, unknown>(), ben: new Map<string, unknown>() }
        for (const { user, kind, id, value } of rows) {
          await vaults[user as 'ani'].write([{ do: 'put', kind, id, formId: '', value }])
          expected[user as 'ani'].set(`${kind} ${id}`, JSON.parse(JSON.stringify(value)))
        }
        for (const user of ['ani', 'ben'] as const) {
          const listed = (
            await Promise.all((['draft', 'outbox', 'answer', 'file'] as const).map((kind) => vaults[user].list(kind)))
          ).flat()
          const read = new Map(listed.map((kept) => [`${kept.kind} ${kept.id}`, kept.isReadable ? kept.value : 'no']))
          expect(read).toEqual(expected[user])
        }
      }),
      { numRuns: 60 },
    )
  })

  it('does not open for another user, name or kind, nor when a byte was changed', async () => {
    const factory = new IDBFactory()
    const vault = await openVault(factory, 'ani')
    await vault.write([draft('form', { secret: 'words typed' })])
    const database = await openVaultDatabase(factory)
    const read = () => inTransaction(database, 'readonly', (tables) => tables.get('ani', 'draft', 'form'))
    const record = await read()
    if (!record) throw new Error('The record is not there.')
    const moved = [
      { ...record, id: 'other form' },
      { ...record, kind: 'outbox' as const },
      { ...record, userId: 'ben' },
    ]
    await inTransaction(database, 'readwrite', async (tables) => {
      for (const row of moved) await tables.put(row)
    })
    const ben = await openVault(factory, 'ben', draftKey('ani'))
    expect(await ben.list('draft')).toMatchObject([{ id: 'form', isReadable: false }])
    expect((await vault.list('draft')).filter(({ isReadable }) => isReadable).map(({ id }) => id)).toEqual(['form'])
    expect((await vault.list('outbox')).map(({ isReadable }) => isReadable)).toEqual([false])

    const ciphertext = new Uint8Array(record.ciphertext).map((byte, index) => (index === 0 ? byte ^ 1 : byte)).buffer
    await inTransaction(database, 'readwrite', (tables) => tables.put({ ...record, ciphertext }))
    expect(await vault.read('draft', 'form')).toMatchObject({ isReadable: false })
    database.close()
  })

  it('holds nothing in clear of what was typed', async () => {
    const factory = new IDBFactory()
    const vault = await openVault(factory, 'ani')
    await vault.write([draft('form', { secret: 'words typed' })])
    await vault.write([{ do: 'put', kind: 'file', id: 'f', formId: '', value: 'Ynl0ZXM=' }])
    const bytes = (await rawRows(factory)).map((row) =>
      Object.values(row as object).map((value) =>
        value instanceof ArrayBuffer ? Buffer.from(value).toString('latin1') : String(value),
      ),
    )
    expect(JSON.stringify(bytes)).not.toContain('words typed')
    expect(JSON.stringify(bytes)).not.toContain('Ynl0ZXM=')
  })

  it('reports what another key sealed instead of dropping it', async () => {
    const factory = new IDBFactory()
    await (await openVault(factory, 'ani')).write([draft('form', 1)])
    const afterRotation = await openVault(factory, 'ani', draftKey('z'))
    expect(await afterRotation.list('draft')).toMatchObject([{ id: 'form', formId: 'form', isReadable: false }])
    expect(await countUnsent('ani', factory)).toEqual({ drafts: 1, queued: 0 })
  })

  it('overwrites only what was read: of two writers from one revision the second changes nothing', async () => {
    const factory = new IDBFactory()
    const [one, two] = [await openVault(factory, 'ani'), await openVault(factory, 'ani')]
    const first = (await one.write([draft('form', 1, null)]))?.get('draft form')
    expect(first).toBeTypeOf('string')
    expect(await two.write([draft('form', 2, null)])).toBeNull()
    expect(await two.write([draft('form', 3, first ?? null)])).not.toBeNull()
    expect(
      await one.write([{ do: 'put', kind: 'outbox', id: 'x', formId: '', value: 0 }, draft('form', 4, first ?? null)]),
    ).toBeNull()
    expect(await one.list('outbox')).toEqual([])
    expect(await one.read('draft', 'form')).toMatchObject({ value: 3 })
  })

  it('wiping leaves nothing of the user, and open windows can write no more', async () => {
    const factory = new IDBFactory()
    const [ani, ben] = [await openVault(factory, 'ani'), await openVault(factory, 'ben')]
    await ani.write([draft('form', 1), { do: 'put', kind: 'outbox', id: 'a', formId: '', value: 2 }])
    await ani.write([{ do: 'put', kind: 'file', id: 'f', formId: '', value: 'Ynl0ZXM=' }])
    await ben.write([draft('form', 3)])
    expect(await countUnsent('ani', factory)).toEqual({ drafts: 1, queued: 1 })
    await wipe('ani', factory)
    expect(await countUnsent('ani', factory)).toEqual({ drafts: 0, queued: 0 })
    expect(JSON.stringify(await rawRows(factory))).not.toContain('ani')
    await expect(ani.write([draft('form', 'too late')])).rejects.toMatchObject({ reason: 'signed-out' })

    const again = await openVault(factory, 'ani')
    await expect(ani.write([draft('form', 'too late')])).rejects.toMatchObject({ reason: 'signed-out' })
    expect(await again.list('draft')).toEqual([])
    expect(await ben.list('draft')).toMatchObject([{ value: 3 }])
  })

  it('says why it keeps nothing', async () => {
    const refusing = {
      open: () => {
        throw new DOMException('no', 'SecurityError')
      },
    } as unknown as IDBFactory
    await expect(openVault(refusing, 'ani')).rejects.toMatchObject({ reason: 'refused' })
    await expect(countUnsent('ani', refusing)).rejects.toMatchObject({ reason: 'refused' })
  })

  it('takes no key of another length', async () => {
    await expect(importDraftKey(Buffer.alloc(16).toString('base64'))).rejects.toThrow('32 bytes')
  })
})
