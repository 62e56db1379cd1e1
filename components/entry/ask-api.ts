import type { Problem } from '@/components/drafts/submission'
import type { LookupItem, LookupKind } from '@/domain/entry/lookup'
import { unattendedSince } from '@/domain/workflow/unattended'

/** What the API said to a question: its answer, why it refused, or that it cannot be reached. */
export type Said<Answer> = { is: 'answer'; answer: Answer } | { is: 'refused'; problem: Problem } | { is: 'away' }

/**
 * Asks by POST what writes nothing and holds a file in this field of its answer. Never throws. `actedAt`: when a person last did something, in
 * milliseconds since 1970.
 */
export async function askForFile<Answer, Field extends string>(
  path: string,
  body: unknown,
  field: Field,
  actedAt: number,
): Promise<Said<Answer & Record<Field, Uint8Array<ArrayBuffer>>>> {
  const headers = {
    'Content-Type': 'application/json',
    Accept: 'multipart/form-data, application/problem+json',
    ...unattendedSince(actedAt, Date.now()),
  }
  return await ask(path, { method: 'POST', headers, body: JSON.stringify(body) }, async (response) => {
    const parts = await response.formData()
    const file = parts.get(field)
    if (!(file instanceof Blob)) throw new Error(`The answer came without its "${field}".`)
    return { ...JSON.parse(String(parts.get('answer'))), [field]: new Uint8Array(await file.arrayBuffer()) }
  })
}

/** Asks by POST what writes nothing. Never throws, save when it was called off. */
export async function askApi<Answer>(path: string, body: unknown, signal?: AbortSignal): Promise<Said<Answer>> {
  return await ask(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  })
}

/** What goes by the words typed. */
export async function lookUp(
  crisis: string,
  kind: LookupKind,
  typed: string,
  signal: AbortSignal,
): Promise<Said<{ items: LookupItem[] }>> {
  const query = new URLSearchParams({ kind, q: typed.slice(0, 400) })
  return await ask(`/api/v1/crises/${crisis}/lookup?${query}`, { signal })
}

async function ask<Answer>(
  path: string,
  init: RequestInit,
  read = (response: Response): Promise<Answer> => response.json(),
): Promise<Said<Answer>> {
  try {
    const response = await fetch(path, { ...init, credentials: 'same-origin', cache: 'no-store', redirect: 'manual' })
    if (response.ok) return { is: 'answer', answer: await read(response) }
    if (response.status < 400 || response.status >= 500) return { is: 'away' }
    return { is: 'refused', problem: (await response.json()) as Problem }
  } catch (error) {
    if (init.signal?.aborted) throw error
    return { is: 'away' }
  }
}
