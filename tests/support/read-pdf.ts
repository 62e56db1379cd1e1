import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A node of the tag tree: its role ("H1", "Figure", "TH"), its alternative text, its children. */
export interface PdfTag {
  role: string
  alt: string | null
  children: PdfTag[]
}

export interface PdfLink {
  url: string | null
  /** For a link within the document: the page it leads to, from 1. */
  page: number | null
}

export interface ReadPdf {
  title: string
  language: string
  /** The text of each page; lines joined by a space, places to break left out. */
  pages: string[]
  links: PdfLink[]
  tags: PdfTag[]
  fonts: string[]
}

type StructNode = NonNullable<Awaited<ReturnType<PDFPageProxy['getStructTree']>>>

/** Reads back what a reader, a search and a screen reader get from a PDF. The bytes are copied: pdf.js takes what it is given. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocument({
    data: bytes.slice(),
    isEvalSupported: false,
    useSystemFonts: false,
    verbosity: 0,
  }).promise
  const { info, metadata } = await document.getMetadata()
  const result: ReadPdf = {
    title: String((info as { Title?: unknown }).Title ?? ''),
    language: String((info as { Language?: unknown }).Language ?? metadata?.get('dc:language') ?? ''),
    pages: [],
    links: [],
    tags: [],
    fonts: [],
  }
  const fonts = new Set<string>()
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    result.pages.push(
      items
        .map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : ''))
        .join('')
        .replace(/[\u200b\u2060]/g, '')
        .replace(/\s+/g, ' '),
    )
    for (const annotation of await page.getAnnotations()) {
      const target: unknown = annotation.dest
      const reference = Array.isArray(target) ? target[0] : null
      result.links.push({
        url: annotation.url ?? null,
        page: reference ? (await document.getPageIndex(reference)) + 1 : null,
      })
    }
    const tree = await page.getStructTree()
    if (tree) result.tags.push(readTag(tree))
    await page.getOperatorList()
    for (const { fontName } of items.flatMap((item) => ('fontName' in item ? [item] : []))) {
      fonts.add((page.commonObjs.get(fontName) as { name: string }).name.replace(/^[A-Z]{6}\+/, ''))
    }
  }
  await document.destroy()
  return { ...result, fonts: [...fonts].sort() }
}

function readTag(node: StructNode): PdfTag {
  const children = node.children.filter((child) => 'role' in child)
  return { role: node.role, alt: (node as { alt?: string }).alt ?? null, children: children.map(readTag) }
}

/** All tags of a role, wherever they stand. */
export function findTags(tags: PdfTag[], role: string): PdfTag[] {
  return tags.flatMap((tag) => [...(tag.role === role ? [tag] : []), ...findTags(tag.children, role)])
}
