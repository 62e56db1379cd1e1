/** A key nobody has used: 128 random bits. `crypto.randomUUID` would be missing on a page over plain HTTP. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
