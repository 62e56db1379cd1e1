import { crc32, inflateSync } from 'node:zlib'

/** A picture that passed: written anew, with its size. */
export interface CleanPicture {
  bytes: Buffer
  width: number
  height: number
}

const mostPixels = 2000
/** What the pixels need; all else (texts, camera data, times) is left out (PNG, third edition, 5.6). */
const kept = ['IHDR', 'PLTE', 'tRNS', 'gAMA', 'sRGB', 'pHYs', 'IDAT', 'IEND']
const samples: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** A PNG of its pixels alone, or why it is none. */
export function cleanPng(file: Buffer): CleanPicture | { reason: string } {
  const broken = { reason: 'The PNG is damaged. Export it again.' }
  const chunks = readChunks(file)
  const head = chunks?.[0]
  if (!chunks || head?.name !== 'IHDR' || head.data.length !== 13 || chunks.at(-1)?.name !== 'IEND') return broken
  const [width, height] = [head.data.readUInt32BE(0), head.data.readUInt32BE(4)]
  if (width < 1 || height < 1 || width > mostPixels || height > mostPixels) {
    return { reason: `The picture has ${width} × ${height} pixels: at most ${mostPixels} each way are taken.` }
  }
  const unknown = chunks.find(({ name }) => /^[A-Z]/.test(name) && !kept.includes(name))
  if (unknown) return broken
  const [depth = 0, colour = 0] = head.data.subarray(8)
  const mostBytes = height * (2 + Math.ceil((width * depth * (samples[colour] ?? 4)) / 8)) + 4096
  try {
    const pixels = Buffer.concat(chunks.filter(({ name }) => name === 'IDAT').map(({ data }) => data))
    if (inflateSync(pixels, { maxOutputLength: mostBytes }).length === 0) return broken
  } catch {
    return broken
  }
  const own = chunks.filter(({ name }) => kept.includes(name)).map(({ whole }) => whole)
  return { bytes: Buffer.concat([file.subarray(0, 8), ...own]), width, height }
}

/** The chunks up to the end mark, or null where lengths or sums are wrong. What follows the end mark is dropped. */
function readChunks(file: Buffer) {
  const chunks: { name: string; data: Buffer; whole: Buffer }[] = []
  for (let at = 8; at + 12 <= file.length; ) {
    const length = file.readUInt32BE(at)
    const end = at + 12 + length
    if (end > file.length) return null
    if (crc32(file.subarray(at + 4, end - 4)) !== file.readUInt32BE(end - 4)) return null
    const name = file.toString('latin1', at + 4, at + 8)
    chunks.push({ name, data: file.subarray(at + 8, end - 4), whole: file.subarray(at, end) })
    if (name === 'IEND') return chunks
    at = end
  }
  return null
}
