/**
 * The one form in which a text is archived, hashed and searched: NFC, line ends LF, no U+0000 (PostgreSQL cannot hold it), no byte order
 * mark. No-break spaces stay, since they are part of how numbers are written.
 */
export function normaliseText(text: string): string {
  return text
    .replace(/^\ufeff/, '')
    .replaceAll('\0', '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC')
}
