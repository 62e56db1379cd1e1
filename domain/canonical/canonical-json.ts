export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/**
 * One text per value, whatever the order of its keys: keys sorted by UTF-16 units, no spaces, members that are undefined left out, as in
 * RFC 8785. What is hashed, is hashed in this form.
 * @throws Error for a number that JSON cannot hold.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`${value} has no form in JSON.`)
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`
  }
  return JSON.stringify(value)
}
