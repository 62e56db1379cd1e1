/** What came of asking the server: its answer, or why it was refused, with a sentence for each field that is wrong. */
export type Asked<Answer> =
  | { answer: Answer }
  | { problem: { status: number; detail: string; fields: Record<string, string> } }

/** Posts JSON to our own server. Status 0: it could not be reached, and `detail` is what was handed in for that. */
export async function ask<Answer>(address: string, input: unknown, unreachable: string): Promise<Asked<Answer>> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
    })
    const body = await response.json()
    if (response.ok) return { answer: body }
    const errors: { pointer: string; message: string }[] = body.errors ?? []
    const fields = Object.fromEntries(errors.map(({ pointer, message }) => [pointer.slice(1), message]))
    return { problem: { status: response.status, detail: body.detail ?? unreachable, fields } }
  } catch {
    return { problem: { status: 0, detail: unreachable, fields: {} } }
  }
}
