import { Resvg } from '@resvg/resvg-js'
import { type CheckLogo, mostLogoBytes } from '@/domain/logo/logo'
import { cleanPng } from '@/formats/logo/clean-png'
import { cleanSvg } from '@/formats/logo/clean-svg'

/** How much wider than high, or higher than wide, a picture in the head of a page may be. */
const mostStretched = 8
const pngStart = Buffer.from('89504e470d0a1a0a', 'hex')

/**
 * Looks a logo through by its bytes, whatever it is called, and writes it anew: of a PNG its pixels alone, of an SVG its shapes alone.
 * Anything that could run, load or name something outside is refused.
 */
export const checkLogo: CheckLogo = (file) => {
  if (file.length > mostLogoBytes)
    return { reason: `The file is larger than ${mostLogoBytes / 1024} KB: make it smaller.` }
  const bytes = Buffer.from(file)
  const isPng = bytes.subarray(0, 8).equals(pngStart)
  const cleaned = isPng ? cleanPng(bytes) : cleanSvg(bytes)
  if ('reason' in cleaned) return cleaned
  const { width, height } = cleaned
  if (Math.max(width / height, height / width) > mostStretched) {
    return {
      reason: `The picture is more than ${mostStretched} times as long as it is wide: cut it closer to a square.`,
    }
  }
  if (!isPng && !canBeDrawn(cleaned.bytes)) return { reason: 'The SVG cannot be drawn. Export it again as plain SVG.' }
  return { mediaType: isPng ? 'image/png' : 'image/svg+xml', bytes: cleaned.bytes }
}

function canBeDrawn(svg: Uint8Array): boolean {
  try {
    return new Resvg(Buffer.from(svg), { font: { loadSystemFonts: false } }).getBBox() !== undefined
  } catch {
    return false
  }
}
