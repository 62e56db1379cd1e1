import { afterPatience } from '@/components/drafts/patience'
import { CannotKeep, type Vault } from '@/components/drafts/vault'

/** Stands for the bytes (base64) of a file that is kept here, in a draft and in a submission's body; the bytes come in when that is sent. */
export interface FileReference {
  $file: string
}

export function isFileReference(value: unknown): value is FileReference {
  return typeof value === 'object' && value !== null && '$file' in value && typeof value.$file === 'string'
}

/** The names of the kept files that a value refers to. */
export function filesIn(value: unknown): Set<string> {
  if (isFileReference(value)) return new Set([value.$file])
  if (typeof value !== 'object' || value === null) return new Set()
  return new Set(Object.values(value).flatMap((part) => [...filesIn(part)]))
}

/** So long a file may be kept before anything refers to it: its draft follows within a second. */
const unclaimedFor = 60 * 60 * 1000

/**
 * The files that forms were given. Each is sealed once, as a record of its own, however often the words beside it change; it goes once the
 * server has it, or once nothing refers to it.
 */
export class KeptFiles {
  private readonly vault: Promise<Vault | null>

  constructor(vault: Promise<Vault | null>) {
    this.vault = vault
  }

  /** Gives whether this browser keeps it: it may have no space left, or keep nothing at all. */
  async keep({ $file: id }: FileReference, bytes: string): Promise<boolean> {
    try {
      const vault = await Promise.race([this.vault, afterPatience(null)])
      if (!vault) return false
      await vault.write([{ do: 'put', kind: 'file', id, formId: '', value: bytes }])
      return true
    } catch (error) {
      if (error instanceof CannotKeep) return false
      throw error
    }
  }

  async isKept({ $file }: FileReference): Promise<boolean> {
    const vault = await Promise.race([this.vault, afterPatience(null)])
    return vault !== null && (await readFiles(vault, [$file]).catch(() => null)) !== null
  }

  /** Lets go of what no form and no waiting entry refers to any more. @throws CannotKeep */
  async forgetUnclaimed(now: number): Promise<void> {
    const vault = await this.vault
    if (!vault || (await vault.count('file')) === 0) return
    // In this order: a draft becomes an entry, never the other way round.
    const claiming = [...(await vault.list('draft')), ...(await vault.list('outbox'))]
    const claimed = filesIn(claiming.map((kept) => kept.isReadable && kept.value))
    await vault.removeOthers('file', claimed, now - unclaimedFor)
  }
}

/** The bytes of these files by their names; null where one is not kept any more, or does not open. @throws CannotKeep */
export async function readFiles(vault: Vault, ids: Iterable<string>): Promise<Map<string, string> | null> {
  const files = new Map<string, string>()
  for (const id of ids) {
    const kept = await vault.read('file', id)
    if (!kept?.isReadable) return null
    files.set(id, String(kept.value))
  }
  return files
}
