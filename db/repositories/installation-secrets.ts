import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { installationSecrets } from '@/db/schema/installation-secrets'

/** The secret of this name, of so many random bytes; made at its first use. Whoever comes first makes it for all. */
export async function readOrCreateSecret(db: Queryable, name: string, bytes: number): Promise<Buffer> {
  const read = async () =>
    (await db.select().from(installationSecrets).where(eq(installationSecrets.name, name)))[0]?.value
  const held = await read()
  if (held) return held
  const made = { name, value: randomBytes(bytes), createdAt: new Date().toISOString() }
  await db.insert(installationSecrets).values(made).onConflictDoNothing()
  return (await read()) ?? made.value
}

/** Forgets the secret of this name: the next use makes another. */
export async function forgetSecret(db: Queryable, name: string): Promise<void> {
  await db.delete(installationSecrets).where(eq(installationSecrets.name, name))
}
