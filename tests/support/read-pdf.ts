import { getDocument, OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

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
  /** The text between the head and the foot of the pages, up to where the list of sources begins. */
  body: string
  /** Width and height of the first page, points. */
  size: [width: number, height: number]
  /** Colours something is filled with, "#rrggbb". */
  colours: Set<string>
  /** Files inside, by name. */
  attachments: Record<string, Uint8Array>
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
    body: '',
    size: [0, 0],
    attachments: {},
    colours: new Set(),
    tags: [],
    fonts: [],
  }
  const fonts = new Set<string>()
  const files = ((await document.getAttachments()) ?? {}) as Record<string, { filename: string; content: Uint8Array }>
  for (const { filename, content } of Object.values(files)) result.attachments[filename] = content
  const sources = await firstSource(document)
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    const [, , width = 0, height = 0] = page.view
    if (number === 1) result.size = [width, height]
    const isBody = (y: number) =>
      y > footHeight &&
      (number === 1 || y < height - headHeight) &&
      (number < sources.page || (number === sources.page && y > sources.y))
    for (const item of items) if ('str' in item && isBody(item.transform[5])) result.body += textOf(item)
    result.pages.push(
      items
        .map((item) => ('str' in item ? textOf(item) : ''))
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
    const { fnArray, argsArray } = await page.getOperatorList()
    for (const [index, operator] of fnArray.entries()) {
      if (operator === OPS.setFillRGBColor) result.colours.add(String(argsArray[index][0]))
    }
    for (const { fontName } of items.flatMap((item) => ('fontName' in item ? [item] : []))) {
      fonts.add((page.commonObjs.get(fontName) as { name: string }).name.replace(/^[A-Z]{6}\+/, ''))
    }
  }
  await document.destroy()
  return { ...result, fonts: [...fonts].sort() }
}

const textOf = ({ str, hasEOL }: { str: string; hasEOL: boolean }) => str + (hasEOL ? ' ' : '')

/** The margins of the page, points: 18 mm above, 20 mm below. */
const headHeight = 50
const footHeight = 56

/** Where the first numbered source stands: what the marks lead to that lies first. */
async function firstSource(document: PDFDocumentProxy): Promise<{ page: number; y: number }> {
  const targets: { page: number; y: number }[] = []
  for (let number = 1; number <= document.numPages; number++) {
    for (const { dest } of await (await document.getPage(number)).getAnnotations()) {
      if (Array.isArray(dest)) targets.push({ page: (await document.getPageIndex(dest[0])) + 1, y: Number(dest[3]) })
    }
  }
  return targets.sort((a, b) => a.page - b.page || b.y - a.y)[0] ?? { page: Number.POSITIVE_INFINITY, y: 0 }
}

function readTag(node: StructNode): PdfTag {
  const children = node.children.filter((child) => 'role' in child)
  return { role: node.role, alt: (node as { alt?: string }).alt ?? null, children: children.map(readTag) }
}

/** All tags of a role, wherever they stand. */
export function findTags(tags: PdfTag[], role: string): PdfTag[] {
  return tags.flatMap((tag) => [...(tag.role === role ? [tag] : []), ...findTags(tag.children, role)])
}
