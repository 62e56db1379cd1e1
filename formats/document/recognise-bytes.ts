import type { DocumentMediaType } from '@/domain/document/document-reading'

const toPaste = 'Open it, copy the text and paste it.'

/** Files that begin with these bytes (hex) are refused, each with what to do. */
const refused: [starts: string[], reason: string][] = [
  [
    ['504b0304', '504b0506'],
    `This is a ZIP file or a file of an office program. Save it as PDF and upload that, or ${lowerFirst(toPaste)}`,
  ],
  [
    ['d0cf11e0'],
    `This is a file of an older office program. Save it as PDF and upload that, or ${lowerFirst(toPaste)}`,
  ],
  [['7b5c727466'], `This is an RTF file. Save it as PDF and upload that, or ${lowerFirst(toPaste)}`],
  [
    ['89504e47', 'ffd8ff', '47494638', '49492a00', '4d4d002a', '424d', '38425053'],
    'This is a picture. Words in pictures are not read: type the words that are needed and enter them as a text.',
  ],
  [
    ['1f8b', '377abcaf', '52617221', 'fd377a585a', '425a68', '28b52ffd'],
    'This is a packed file. Unpack it and upload the PDF, HTML or text file in it.',
  ],
  [
    ['7f454c46', '4d5a', 'cafebabe', 'feedface', 'feedfacf', 'cefaedfe', 'cffaedfe'],
    'This is a program, not a document. Upload a PDF, HTML or text file.',
  ],
  [
    ['494433', '4f676753', '664c6143', '1a45dfa3', 'fffb'],
    'This is a recording. Write down the words that are needed and enter them as a text.',
  ],
]

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1)
}

const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const ascii = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

/** What the bytes are, by how they begin; or why they are not read. Text that is not HTML is plain text, looked at when it is decoded. */
export function recogniseBytes(bytes: Uint8Array): { mediaType: DocumentMediaType } | { reason: string } {
  const start = hexOf(bytes.subarray(0, 16))
  const head = ascii(bytes.subarray(0, 4096))
  // Some programs put a few bytes before the mark of a PDF; readers accept it within the first kilobyte.
  if (head.slice(0, 1024).includes('%PDF-')) return { mediaType: 'application/pdf' }
  const [, reason] = refused.find(([starts]) => starts.some((one) => start.startsWith(one))) ?? []
  if (reason) return { reason }
  const isIsoMedia = ascii(bytes.subarray(4, 8)) === 'ftyp'
  const isRiff = head.startsWith('RIFF')
  if (isIsoMedia || isRiff) {
    return {
      reason: 'This is a picture or a recording. Write down the words that are needed and enter them as a text.',
    }
  }
  // NULs are dropped so that UTF-16 shows its tags too.
  const marks = head
    .replaceAll('\0', '')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replace(/<!--[\s\S]*?-->/g, '')
  const isHtml =
    /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body|article|main|div|p|meta|title|table|h1)\b/i.test(marks) ||
    /<html[\s>]/i.test(marks)
  return { mediaType: isHtml ? 'text/html' : 'text/plain' }
}
