import type { Sealed } from '@/components/drafts/cipher'

/**
 * `draft`: a form as one types; `outbox`: a submission that is not acknowledged; `answer`: what the server said to one that is; `file`: the bytes
 * of a file that a draft or a submission refers to.
 */
export type RecordKind = 'draft' | 'outbox' | 'answer' | 'file'

/** A row of the browser's database. The user stands in clear, so that another user's rows are never even opened. */
export interface VaultRecord extends Sealed {
  userId: string
  kind: RecordKind
  id: string
  /** The form that the record came from; empty for an act without a form. */
  formId: string
  /** Milliseconds since 1970. */
  updatedAt: number
  /** The order in which records of one kind were first written. */
  position: number
  /** Another at each write: who wants to overwrite a record names the one they read. */
  revision: string
}

const records = 'records'
/** One row for each user whose vault is open here. Wiping removes it, and with it the right to write of every window. */
const openings = 'openings'

/** Opens the browser's database, making it where there is none. @throws DOMException when the browser keeps nothing */
export function openVaultDatabase(factory: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open('attest-drafts', 1)
    request.onupgradeneeded = () => {
      const store = request.result.createObjectStore(records, { keyPath: ['userId', 'kind', 'id'] })
      store.createIndex('inOrder', ['userId', 'kind', 'position'])
      request.result.createObjectStore(openings)
    }
    request.onerror = () => reject(request.error)
    request.onsuccess = () => {
      const database = request.result
      // A later build that changes the tables must not wait for this window.
      database.onversionchange = () => database.close()
      resolve(database)
    }
  })
}

/** The tables within one transaction. Only their own promises may be awaited in it: anything else ends the transaction. */
export interface VaultTables {
  get(userId: string, kind: RecordKind, id: string): Promise<VaultRecord | undefined>
  /** All of one kind, in order. */
  list(userId: string, kind: RecordKind): Promise<VaultRecord[]>
  /** The names alone: records can be large. */
  listIds(userId: string, kind: RecordKind): Promise<string[]>
  lastPosition(userId: string, kind: RecordKind): Promise<number>
  put(record: VaultRecord): Promise<void>
  remove(userId: string, kind: RecordKind, id: string): Promise<void>
  count(userId: string, kind: RecordKind): Promise<number>
  readOpening(userId: string): Promise<string | undefined>
  writeOpening(userId: string, token: string): Promise<void>
  removeUser(userId: string): Promise<void>
}

/**
 * Runs `work` in one transaction and comes back when it is on the disk; whatever `work` throws undoes all of it.
 * @throws DOMException, `QuotaExceededError` among them
 */
export async function inTransaction<Result>(
  database: IDBDatabase,
  mode: 'readonly' | 'readwrite',
  work: (tables: VaultTables) => Promise<Result>,
): Promise<Result> {
  const transaction = database.transaction([records, openings], mode, { durability: 'strict' })
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })
  try {
    const result = await work(tablesOf(transaction))
    await done
    return result
  } catch (error) {
    done.catch(() => {})
    if (transaction.error === null) abort(transaction)
    throw transaction.error ?? error
  }
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort()
  } catch {
    // It had ended by itself: there is nothing left to undo.
  }
}

function tablesOf(transaction: IDBTransaction): VaultTables {
  const kept = transaction.objectStore(records)
  const opened = transaction.objectStore(openings)
  const inOrder = kept.index('inOrder')
  return {
    get: (...key) => answerOf(kept.get(key)),
    list: (userId, kind) => answerOf(inOrder.getAll(all(userId, kind))),
    listIds: async (userId, kind) => {
      const keys = await answerOf(inOrder.getAllKeys(all(userId, kind)))
      return keys.map((key) => String((key as IDBValidKey[])[2]))
    },
    lastPosition: async (userId, kind) => {
      const cursor = await answerOf(inOrder.openCursor(all(userId, kind), 'prev'))
      return (cursor?.value as VaultRecord | undefined)?.position ?? 0
    },
    put: async (record) => {
      await answerOf(kept.put(record))
    },
    remove: (...key) => answerOf(kept.delete(key)),
    count: (userId, kind) => answerOf(inOrder.count(all(userId, kind))),
    readOpening: (userId) => answerOf(opened.get(userId)),
    writeOpening: async (userId, token) => {
      await answerOf(opened.put(token, userId))
    },
    removeUser: async (userId) => {
      await answerOf(kept.delete(IDBKeyRange.bound([userId], [userId, []])))
      await answerOf(opened.delete(userId))
    },
  }
}

/** Every key that begins with these: arrays sort after numbers and texts. */
function all(userId: string, kind: RecordKind): IDBKeyRange {
  return IDBKeyRange.bound([userId, kind], [userId, kind, []])
}

function answerOf<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
