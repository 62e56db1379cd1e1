import { and, eq } from 'drizzle-orm'
import type { Queryable, Transaction } from '@/db/client'
import { logos } from '@/db/schema/crises'
import { sha256 } from '@/db/sha256'
import type { Logo, LogoRef } from '@/domain/logo/logo'

/** A logo of a crisis by its hash, or null. */
export async function loadLogo(
  db: Queryable,
  crisisId: string,
  logo: Pick<LogoRef, 'sha256'> | null,
): Promise<Logo | null> {
  if (logo === null) return null
  const [row] = await db
    .select({ mediaType: logos.mediaType, bytes: logos.bytes })
    .from(logos)
    .where(and(eq(logos.crisisId, crisisId), eq(logos.sha256, logo.sha256)))
  return row ?? null
}

/** Keeps a logo of a crisis, once; answers the SHA-256 of its bytes. */
export async function writeLogo(tx: Transaction, crisisId: string, { mediaType, bytes }: Logo): Promise<string> {
  const hash = sha256(bytes)
  await tx
    .insert(logos)
    .values({ crisisId, sha256: hash, mediaType, bytes: Buffer.from(bytes) })
    .onConflictDoNothing()
  return hash
}
