// The text of a PDF in the order it was written. Nothing in it is run, no font is loaded, nothing is drawn.
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** The most pages that are read: beyond it a file is a book, not a statement. */
const mostPages = 1000

/** Joins what a line's end cut: "evacu-" + "ated", and words with a soft hyphen. */
function joinLine(text, line) {
  if (text === '') return line
  if (text.endsWith('\u00ad')) return text.slice(0, -1) + line
  if (/\p{L}-$/u.test(text) && /^\p{Ll}/u.test(line)) return text.slice(0, -1) + line
  return `${text} ${line}`
}

/** Lines of a page, each with its height and where it stands. An item that stands lower than its line begins a new one. */
function linesOf(items) {
  const lines = []
  let line = null
  for (const item of items) {
    if (!('str' in item)) continue
    const y = item.transform[5]
    const height = item.height || Math.abs(item.transform[3]) || 0
    if (line === null || (item.str.trim() !== '' && Math.abs(y - line.y) > Math.max(line.height, height) * 0.6)) {
      line = { text: '', y, height, isEnded: false }
      lines.push(line)
    }
    line.text += item.str
    if (item.str.trim() !== '') line.height = Math.max(line.height, height)
    if (item.hasEOL) line = null
  }
  return lines
    .map((one) => ({ ...one, text: one.text.replace(/[^\S\u00a0\u202f]+/gu, ' ').trim() }))
    .filter(({ text }) => text !== '')
}

/** A step down the page of more than this many heights begins a paragraph; so does a step up (a new column) after a full stop. */
const paragraphStep = 1.75

function paragraphsOf(lines) {
  const paragraphs = []
  let last = null
  for (const line of lines) {
    const step = last === null ? 0 : last.y - line.y
    const height = last === null ? 0 : Math.max(last.height, line.height, 1)
    const isOther = last !== null && Math.abs(last.height - line.height) > height * 0.2
    const isNew =
      last === null || step > height * paragraphStep || isOther || (step < 0 && /[.!?։؟]["”»)]?$/u.test(last.text))
    if (isNew) paragraphs.push(line.text)
    else paragraphs[paragraphs.length - 1] = joinLine(paragraphs.at(-1), line.text)
    last = line
  }
  return paragraphs
}

/** @returns the text, title and language of a PDF; `refusal` instead where it cannot be opened */
export async function readPdf(bytes, mostText) {
  const loading = getDocument({
    data: bytes,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    isOffscreenCanvasSupported: false,
    enableXfa: false,
    verbosity: 0,
  })
  let file
  try {
    file = await loading.promise
  } catch (error) {
    return {
      refusal:
        error?.name === 'PasswordException'
          ? 'This PDF is locked with a password. Save a copy without one, or copy the text and paste it.'
          : 'This PDF is damaged and cannot be opened. Get it again, or copy the text and paste it.',
    }
  }
  if (file.numPages > mostPages) {
    return {
      refusal: `This PDF has ${file.numPages} pages; up to ${mostPages} are read. Upload the pages that are needed.`,
    }
  }
  const { info, metadata } = await file.getMetadata().catch(() => ({ info: {}, metadata: null }))
  const pages = []
  const warnings = []
  let length = 0
  for (let number = 1; number <= file.numPages && length <= mostText; number++) {
    try {
      const page = await file.getPage(number)
      const { items } = await page.getTextContent()
      pages.push(paragraphsOf(linesOf(items)).join('\n\n'))
      page.cleanup()
    } catch {
      warnings.push(`Page ${number} could not be read.`)
    }
    length += pages.at(-1)?.length ?? 0
  }
  const text = pages
    .filter((page) => page !== '')
    .join('\n\n')
    .replace(/[\u00ad\u200b\u2060]/g, '')
  if (text === '')
    warnings.push('This PDF holds no text; it may be a scan. Type the words that are needed as its text.')
  const title = typeof info.Title === 'string' && info.Title.trim() !== '' ? info.Title.trim() : null
  const language = info.Language ?? metadata?.get('dc:language') ?? null
  return { text, title, language: typeof language === 'string' && language !== '' ? language : null, warnings }
}
