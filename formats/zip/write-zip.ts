import { crc32 } from 'node:zlib'

export interface ZipEntry {
  /** ASCII, without folders. */
  name: string
  content: Uint8Array
}

/**
 * A ZIP archive (PKWARE's APPNOTE 6.3) of files that are kept as they are: PDFs are packed already. Holds no time, so that the same files give
 * the same bytes.
 */
export function writeZip(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content } of entries) {
    const file = Buffer.from(name, 'ascii')
    const about = recordOf(file, content)
    const local = Buffer.concat([word4(0x04034b50), about, file, content])
    directory.push(
      // Version made by, then as above; no comment, first disk, no attributes.
      Buffer.concat([word4(0x02014b50), word2(20), about, word2(0), word2(0), word2(0), word4(0), word4(offset), file]),
    )
    parts.push(local)
    offset += local.length
  }
  const listed = Buffer.concat(directory)
  const count = word2(entries.length)
  const end = [word4(0x06054b50), word2(0), word2(0), count, count, word4(listed.length), word4(offset), word2(0)]
  return Buffer.concat([...parts, listed, ...end])
}

/** What the file's own head and the directory say alike: version 2.0, stored, 1 January 1980, its sum and sizes, no extra field. */
function recordOf(name: Buffer, content: Uint8Array): Buffer {
  const size = word4(content.length)
  return Buffer.concat([
    word2(20),
    word2(0),
    word2(0),
    word2(0),
    word2((1 << 5) | 1),
    word4(crc32(content)),
    size,
    size,
    word2(name.length),
    word2(0),
  ])
}

function word2(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

function word4(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
