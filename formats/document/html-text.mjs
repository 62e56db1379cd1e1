// The text of an HTML page: the article where there is one, else the whole page. Nothing of it is run or fetched.
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { decodeText } from './decode-text.mjs'

const dropped = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'IFRAME',
  'OBJECT',
  'SVG',
  'CANVAS',
  'HEAD',
  'SELECT',
  'BUTTON',
  'FORM',
  'NAV',
])
const blocks = new Set([
  'ADDRESS',
  'ARTICLE',
  'ASIDE',
  'BLOCKQUOTE',
  'CAPTION',
  'DD',
  'DETAILS',
  'DIV',
  'DL',
  'DT',
  'FIGCAPTION',
  'FIGURE',
  'FOOTER',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'HEADER',
  'HR',
  'LI',
  'MAIN',
  'OL',
  'P',
  'PRE',
  'SECTION',
  'SUMMARY',
  'TABLE',
  'TBODY',
  'TFOOT',
  'THEAD',
  'TR',
  'UL',
])

/** The words under a node, blocks parted by a blank line, cells by a tab. Walks without recursion: pages may be nested as deep as they like. */
function textOf(root) {
  const parts = []
  const steps = [root]
  while (steps.length > 0) {
    const step = steps.pop()
    if (typeof step === 'string') parts.push(step)
    else if (step.nodeType === 3) parts.push(step.textContent.replace(/[^\S\u00a0\u202f]+/gu, ' '))
    else if (step.nodeType === 1 || step.nodeType === 9 || step.nodeType === 11) {
      const name = (step.tagName ?? '').toUpperCase()
      if (dropped.has(name) || step.hidden === true) continue
      if (name === 'BR') parts.push('\n')
      const around = blocks.has(name) ? '\n\n' : name === 'TD' || name === 'TH' ? '\t' : ''
      if (around) {
        parts.push(around === '\t' ? '' : around)
        steps.push(around)
      }
      const children = [...step.childNodes]
      for (let index = children.length - 1; index >= 0; index--) steps.push(children[index])
    }
  }
  return parts
    .join('')
    .replace(/[^\S\n\u00a0\u202f]*\n[^\S\n\u00a0\u202f]*/gu, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/\t+/g, '\t')
    .trim()
}

const charsetIn = (head) => /<meta[^>]+charset\s*=\s*["']?\s*([\w:-]+)/i.exec(head)?.[1] ?? null

/** An article is taken for the page's text when it holds at least this share of it, or this many signs. */
const enough = { share: 0.25, signs: 500 }

/** @returns the text, title and language of a page; `warnings` are sentences */
export function readHtml(bytes, declaredCharset) {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 8192))
  const { text: html, encoding, isGuessed } = decodeText(bytes, declaredCharset ?? charsetIn(head))
  const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`)
  const named = document.title?.trim() || document.querySelector('h1')?.textContent?.trim() || null
  const language = document.documentElement?.getAttribute('lang')?.trim() || null
  const whole = textOf(document.body ?? document)
  const warnings = isGuessed
    ? [`The encoding was not stated; it was read as ${encoding}. Look whether the letters are right.`]
    : []
  const article = readArticle(document)
  const isEnough =
    article !== null && (article.text.length >= enough.signs || article.text.length >= whole.length * enough.share)
  if (!isEnough && whole !== '')
    warnings.push('No article was told from the rest of the page: the text holds the whole page.')
  return { text: isEnough ? article.text : whole, title: article?.title || named, language, warnings }
}

/** Readability's article; it changes the document it is given. Null where it finds none or gives up. */
function readArticle(document) {
  let found
  try {
    found = new Readability(document, { maxElemsToParse: 100_000, charThreshold: 200 }).parse()
  } catch {
    return null
  }
  if (!found?.content) return null
  const { document: cleaned } = parseHTML(`<html><body>${found.content}</body></html>`)
  return { text: textOf(cleaned.body), title: found.title?.trim() ?? null }
}
