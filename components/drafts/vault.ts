import { seal, unseal } from '@/components/drafts/cipher'
import {
  inTransaction,
  openVaultDatabase,
  type RecordKind,
  type VaultRecord,
  type VaultTables,
} from '@/components/drafts/vault-database'

/** A record of the vault's user: its value, or the fact that this session's key does not open it. */
export type Kept = Pick<VaultRecord, 'kind' | 'id' | 'formId' | 'updatedAt' | 'position' | 'revision'> &
  ({ isReadable: true; value: unknown } | { isReadable: false })

/** `expects`: the revision that was read, null for no record; left out, any will do. */
export type Change =
  | { do: 'put'; kind: RecordKind; id: string; formId: string; value: unknown; expects?: string | null }
  | { do: 'remove'; kind: RecordKind; id: string; expects?: string | null }

/** Why nothing can be kept: no secure connection, the browser refuses, no space left, or the user has signed out. */
export type CannotKeepReason = 'insecure' | 'refused' | 'full' | 'signed-out'

export class CannotKeep extends Error {
  readonly reason: CannotKeepReason

  constructor(reason: CannotKeepReason, cause?: unknown) {
    super(`Nothing can be kept here: ${reason}.`, { cause })
    this.reason = reason
  }
}

interface VaultOptions {
  userId: string
  key: CryptoKey
  factory?: IDBFactory | undefined
  now?: () => number
}

/**
 * What one signed-in person keeps in this browser, encrypted by a key that stays in memory. It knows one user: records of others are neither
 * listed nor opened, and would not open.
 */
export class Vault {
  readonly userId: string
  private readonly key: CryptoKey
  private readonly database: IDBDatabase
  private readonly opening: string
  private readonly now: () => number
  private isClosed = false

  private constructor({ userId, key, now = Date.now }: VaultOptions, database: IDBDatabase, opening: string) {
    this.userId = userId
    this.key = key
    this.database = database
    this.opening = opening
    this.now = now
  }

  /** @throws CannotKeep */
  static async open(options: VaultOptions): Promise<Vault> {
    const { userId } = options
    return orCannotKeep(async () => {
      const database = await openVaultDatabase(factoryOf(options.factory))
      const opening = await inTransaction(database, 'readwrite', async (tables) => {
        const shared = await tables.readOpening(userId)
        const token = shared ?? crypto.randomUUID()
        if (!shared) await tables.writeOpening(userId, token)
        return token
      })
      return new Vault(options, database, opening)
    })
  }

  /** @throws CannotKeep */
  async read(kind: RecordKind, id: string): Promise<Kept | null> {
    const record = await this.transact('readonly', (tables) => tables.get(this.userId, kind, id))
    return record ? this.unsealRecord(record) : null
  }

  /** All of one kind, in the order in which they were first written. @throws CannotKeep */
  async list(kind: RecordKind): Promise<Kept[]> {
    const records = await this.transact('readonly', (tables) => tables.list(this.userId, kind))
    return Promise.all(records.map((record) => this.unsealRecord(record)))
  }

  /**
   * Makes all the changes, or none where a record is not the one that was expected.
   *
   * @returns the revision of each put by "kind id"; null when nothing was changed
   * @throws CannotKeep
   */
  async write(changes: readonly Change[]): Promise<Map<string, string> | null> {
    const { userId } = this
    const sealed = await Promise.all(
      changes.map(async (change) => ({
        ...change,
        expects: change.expects,
        record:
          change.do === 'put'
            ? {
                ...(await seal(this.key, { userId, kind: change.kind, id: change.id }, change.value)),
                userId,
                kind: change.kind,
                id: change.id,
                formId: change.formId,
                updatedAt: this.now(),
                revision: crypto.randomUUID(),
              }
            : null,
      })),
    )
    return this.transact('readwrite', async (tables) => {
      const found = new Map<string, VaultRecord | undefined>()
      for (const { kind, id, expects } of sealed) {
        const there = await tables.get(userId, kind, id)
        if (expects !== undefined && expects !== (there?.revision ?? null)) return null
        found.set(`${kind} ${id}`, there)
      }
      const revisions = new Map<string, string>()
      for (const { kind, id, record } of sealed) {
        if (record) {
          const position = found.get(`${kind} ${id}`)?.position ?? (await tables.lastPosition(userId, kind)) + 1
          await tables.put({ ...record, position })
          revisions.set(`${kind} ${id}`, record.revision)
        } else {
          await tables.remove(userId, kind, id)
        }
      }
      return revisions
    })
  }

  /** How many records of one kind there are. @throws CannotKeep */
  async count(kind: RecordKind): Promise<number> {
    return this.transact('readonly', (tables) => tables.count(this.userId, kind))
  }

  /** Removes the records of one kind that are not among these and were written before a moment (milliseconds since 1970). @throws CannotKeep */
  async removeOthers(kind: RecordKind, ids: ReadonlySet<string>, writtenBefore: number): Promise<void> {
    const { userId } = this
    await this.transact('readwrite', async (tables) => {
      for (const id of await tables.listIds(userId, kind)) {
        if (ids.has(id)) continue
        const there = await tables.get(userId, kind, id)
        if (there && there.updatedAt < writtenBefore) await tables.remove(userId, kind, id)
      }
    })
  }

  /** Lets go of the database; whatever is asked afterwards is refused. */
  close(): void {
    this.isClosed = true
    this.database.close()
  }

  private transact<Result>(mode: 'readonly' | 'readwrite', work: (tables: VaultTables) => Promise<Result>) {
    if (this.isClosed) throw new CannotKeep('signed-out')
    return orCannotKeep(() =>
      inTransaction(this.database, mode, async (tables) => {
        // Another window may have signed out and wiped: what this one would still write must not stay behind.
        if ((await tables.readOpening(this.userId)) !== this.opening) throw new CannotKeep('signed-out')
        return work(tables)
      }),
    )
  }

  private async unsealRecord(record: VaultRecord): Promise<Kept> {
    const { kind, id, formId, updatedAt, position, revision } = record
    const about = { kind, id, formId, updatedAt, position, revision }
    try {
      return { ...about, isReadable: true, value: await unseal(this.key, record, record) }
    } catch {
      return { ...about, isReadable: false }
    }
  }
}

/** Removes everything of a user from this browser, and the right of open windows to write more. Needs no key. @throws CannotKeep */
export async function wipe(userId: string, factory?: IDBFactory): Promise<void> {
  await withDatabase(factory, 'readwrite', (tables) => tables.removeUser(userId))
}

/** How many drafts and unacknowledged submissions of a user this browser holds. Needs no key. @throws CannotKeep */
export async function countUnsent(userId: string, factory?: IDBFactory): Promise<{ drafts: number; queued: number }> {
  return withDatabase(factory, 'readonly', async (tables) => ({
    drafts: await tables.count(userId, 'draft'),
    queued: await tables.count(userId, 'outbox'),
  }))
}

function withDatabase<Result>(
  factory: IDBFactory | undefined,
  mode: 'readonly' | 'readwrite',
  work: (tables: VaultTables) => Promise<Result>,
): Promise<Result> {
  return orCannotKeep(async () => {
    const database = await openVaultDatabase(factoryOf(factory))
    try {
      return await inTransaction(database, mode, work)
    } finally {
      database.close()
    }
  })
}

/** Browsers offer neither the database nor encryption to every page: a page over plain HTTP gets no encryption. */
function factoryOf(given: IDBFactory | undefined): IDBFactory {
  if (!globalThis.crypto?.subtle) throw new CannotKeep('insecure')
  const factory = given ?? globalThis.indexedDB
  if (!factory) throw new CannotKeep('refused')
  return factory
}

async function orCannotKeep<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof CannotKeep) throw error
    const isFull = error instanceof DOMException && error.name === 'QuotaExceededError'
    throw new CannotKeep(isFull ? 'full' : 'refused', error)
  }
}
