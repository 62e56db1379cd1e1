import { randomUUID } from 'node:crypto'
import type { Database } from '@/db/client'
import { heldRoles, sessions, users } from '@/db/schema/accounts'
import { people } from '@/db/schema/people'
import type { HeldRole } from '@/domain/workflow/actor'
import { askApi } from '@/tests/support/ask-api'

/** A person with a session, as the API's handlers meet one. */
export interface ApiPerson {
  id: string
  /** Of a request that comes from a page of ours in this person's browser. */
  headers: Record<string, string>
}

/** Makes a person with an account, these roles, and a session that just began. */
export async function signInToApi(db: Database, name: string, roles: HeldRole[]): Promise<ApiPerson> {
  const id = `${name}-${randomUUID()}`
  const now = new Date()
  await db.insert(people).values({ id, name, createdAt: now.toISOString() })
  await db.insert(users).values({ id, name, email: `${id}@example.org`.toLowerCase() })
  for (const { role, crisis } of roles) {
    const given = { id: randomUUID(), userId: id, role, crisisId: crisis }
    await db.insert(heldRoles).values({ ...given, grantedBy: id, grantedAt: now.toISOString() })
  }
  const token = randomUUID()
  await db.insert(sessions).values({
    id: randomUUID(),
    token,
    userId: id,
    expiresAt: new Date(now.getTime() + 30 * 60_000),
  })
  return {
    id,
    headers: { cookie: `attest.session_token=${token}.signature`, origin: 'http://localhost', host: 'localhost' },
  }
}

/** Sends JSON to the API as this person. A new idempotency key each time, unless the headers hold one. */
export async function sendToApi(
  person: ApiPerson | null,
  request: { method?: string; address: string; body: unknown; headers?: Record<string, string> },
): Promise<Response> {
  const { method = 'POST', address, body, headers } = request
  const sent = { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...person?.headers, ...headers }
  return await askApi(address, sent, { method, body: typeof body === 'string' ? body : JSON.stringify(body) })
}
