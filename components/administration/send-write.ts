/** What came of a write: the server's answer, or why it was refused, with a sentence for each field that is wrong, by its path ("names/0/name"). */
export type Sent<Answer> = { answer: Answer } | { problem: Refused }

/** `current`: what stands now, where the change was of an older version. */
export interface Refused {
  status: number
  detail: string
  fields: Record<string, string>
  current?: unknown
}

export interface Write {
  method: 'POST' | 'PATCH'
  /** Below `/api/v1`. */
  address: string
  body: unknown
  /** The version that was seen, of what is changed. */
  version?: number
  key: string
}

/** Sends a write of the API. Status 0: the server could not be reached, and nobody knows whether it was applied: the same key goes again. */
export async function sendWrite<Answer>({ method, address, body, version, key }: Write): Promise<Sent<Answer>> {
  try {
    const response = await fetch(`/api/v1${address}`, {
      method,
      headers: {
        'content-type': 'application/json',
        'idempotency-key': key,
        ...(version === undefined ? {} : { 'if-match': String(version) }),
      },
      body: JSON.stringify(body),
    })
    const said = await response.json()
    if (response.ok) return { answer: said }
    const errors: { pointer: string; message: string }[] = said.errors ?? []
    const fields = Object.fromEntries(errors.map(({ pointer, message }) => [pointer.slice(1), message]))
    const { status } = response
    return { problem: { status, detail: String(said.detail ?? ''), fields, current: said.current } }
  } catch {
    return { problem: { status: 0, detail: '', fields: {} } }
  }
}
