/** What a sealed record is bound to: it opens for this user, under this name and as this kind, or not at all. */
export interface SealedFor {
  userId: string
  kind: string
  id: string
}

export interface Sealed {
  iv: Uint8Array<ArrayBuffer>
  ciphertext: ArrayBuffer
}

/** AES-GCM with 256 bits, from the base64 of its 32 bytes; the key cannot be read back out. @throws when it is no such key */
export async function importDraftKey(base64: string): Promise<CryptoKey> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  if (bytes.length !== 32) throw new Error(`A draft key has 32 bytes, not ${bytes.length}.`)
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

/** Encrypts a JSON value, each time with a fresh initialization vector. */
export async function seal(key: CryptoKey, sealedFor: SealedFor, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const plain = new TextEncoder().encode(JSON.stringify(value))
  return { iv, ciphertext: await crypto.subtle.encrypt(parameters(iv, sealedFor), key, plain) }
}

/** The value that was sealed. @throws when the key, the user, the kind or the name is another, or a byte was changed */
export async function unseal(key: CryptoKey, sealedFor: SealedFor, { iv, ciphertext }: Sealed): Promise<unknown> {
  const plain = await crypto.subtle.decrypt(parameters(iv, sealedFor), key, ciphertext)
  return JSON.parse(new TextDecoder().decode(plain))
}

function parameters(iv: Uint8Array<ArrayBuffer>, { userId, kind, id }: SealedFor): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(JSON.stringify([userId, id, kind])) }
}
