import { z } from 'zod'

/** A picture in the head of reports: an SVG of shapes alone, or a PNG of pixels alone. */
export interface Logo {
  mediaType: 'image/svg+xml' | 'image/png'
  bytes: Uint8Array
}

/** Which logo: the SHA-256 of its bytes, and what it shows in words. */
export const logoRefSchema = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  alt: z.string().trim().min(1, 'Say what the logo shows.').max(200),
})
export type LogoRef = z.infer<typeof logoRefSchema>

/** The largest file that is taken, bytes. */
export const mostLogoBytes = 256 * 1024

/** Looks a file through and cleans it; or says why it is no logo. */
export type CheckLogo = (file: Uint8Array) => Logo | { reason: string }
