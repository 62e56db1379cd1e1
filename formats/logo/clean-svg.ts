import type { CleanPicture } from '@/formats/logo/clean-png'
import { escapeXml } from '@/formats/svg/svg-element'

const shapes = [
  'svg',
  'g',
  'path',
  'rect',
  'circle',
  'ellipse',
  'line',
  'polyline',
  'polygon',
  'defs',
  'clipPath',
  'mask',
]
const paints = ['linearGradient', 'radialGradient', 'stop']
const texts = ['title', 'desc']
/** Left out with all they hold: what drawing programs keep for themselves. */
const forEditors = ['metadata', 'namedview', 'perspective', 'style']

const styles =
  'fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset opacity color clip-path clip-rule mask stop-color stop-opacity display visibility'
const geometry =
  'id d x y x1 y1 x2 y2 cx cy r rx ry fx fy width height points transform viewBox preserveAspectRatio offset gradientUnits gradientTransform spreadMethod clipPathUnits maskUnits maskContentUnits'
const isStyle = new Set(styles.split(' '))
const isKept = new Set([...geometry.split(' '), ...isStyle])

const mostElements = 3000
const mostDepth = 40
const again = 'Export the logo as plain SVG of shapes alone.'

class Refused extends Error {}

/**
 * An SVG of shapes alone, written anew from what is known to be harmless, or why it is none. Scripts, handlers, addresses, pictures, styles from elsewhere and
 * documents within the document are refused; what drawing programs note for themselves is left out.
 */
export function cleanSvg(file: Uint8Array): CleanPicture | { reason: string } {
  try {
    const text = decode(file)
    const rules = readRules(text)
    const { open, svg } = rewrite(text, rules)
    const [width, height] = sizeOf(open)
    return { bytes: Buffer.from(svg), width, height }
  } catch (error) {
    if (error instanceof Refused) return { reason: error.message }
    throw error
  }
}

function decode(file: Uint8Array): string {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(file)
  } catch {
    throw new Refused('This is neither an SVG nor a PNG file.')
  }
  if (!/<svg[\s>]/.test(text)) throw new Refused('This is neither an SVG nor a PNG file.')
  if (/<!ENTITY|<!DOCTYPE[^>]*\[/i.test(text)) throw new Refused(`The SVG declares entities. ${again}`)
  if (/<\?(?!xml\s)/i.test(text)) throw new Refused(`The SVG holds instructions for other programs. ${again}`)
  return text.replace(/<\?xml\s[^>]*\?>|<!DOCTYPE[^>]*>|<!--[\s\S]*?-->/gi, '')
}

type Attributes = Map<string, string>
type Rules = Map<string, Attributes>

/** The rules of style elements, where each selects by one class: as drawing programs write them. */
function readRules(text: string): Rules {
  const rules: Rules = new Map()
  for (const [, content = ''] of text.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/g)) {
    const css = content.replace(/<!\[CDATA\[|\]\]>/g, '').replace(/\/\*[\s\S]*?\*\//g, '')
    for (const [, selectors = '', declarations = ''] of css.matchAll(/([^{}]*)\{([^{}]*)\}/g)) {
      for (const selector of selectors.split(',').map((one) => one.trim())) {
        const [, name] = /^\.([\w-]+)$/.exec(selector) ?? []
        if (!name) throw new Refused(`The SVG's styles select by "${selector.slice(0, 40)}". ${again}`)
        rules.set(name, new Map([...(rules.get(name) ?? []), ...declarationsIn(declarations)]))
      }
    }
  }
  return rules
}

function declarationsIn(style: string): [string, string][] {
  return style.split(';').flatMap((one): [string, string][] => {
    const colon = one.indexOf(':')
    const name = one.slice(0, colon).trim()
    return colon > 0 && isStyle.has(name)
      ? [
          [
            name,
            one
              .slice(colon + 1)
              .replace('!important', '')
              .trim(),
          ],
        ]
      : []
  })
}

const token = /<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y

function rewrite(text: string, rules: Rules): { open: Attributes; svg: string } {
  const path: { name: string; isKept: boolean }[] = []
  let svg = ''
  let open: Attributes | null = null
  let elements = 0
  for (token.lastIndex = 0; token.lastIndex < text.length; ) {
    const found = token.exec(text)
    if (!found) throw new Refused(`The SVG is not well formed. ${again}`)
    const [, closed, opened, written = '', isEmpty, content = ''] = found
    const parent = path.at(-1)
    if (closed !== undefined) {
      if (path.pop()?.name !== closed) throw new Refused(`The SVG is not well formed. ${again}`)
      if (parent?.isKept) svg += `</${closed}>`
    } else if (opened !== undefined) {
      elements += 1
      if (elements > mostElements || path.length > mostDepth) throw new Refused('The SVG holds too much: simplify it.')
      if (path.length === 0 && (opened !== 'svg' || open)) throw new Refused(`The SVG is not well formed. ${again}`)
      const isKept = (parent?.isKept ?? true) && isAllowed(opened)
      const attributes = isKept ? attributesOf(written, rules) : new Map<string, string>()
      open ??= attributes
      if (isKept) {
        const root = path.length === 0 ? ' xmlns="http://www.w3.org/2000/svg"' : ''
        svg += `<${opened}${root}${[...attributes].map(([name, value]) => ` ${name}="${escapeXml(value)}"`).join('')}${isEmpty}>`
      }
      if (!isEmpty) path.push({ name: opened, isKept })
    } else if (parent?.isKept && texts.includes(parent.name)) svg += escapeXml(decodeEntities(content))
    else if (path.length === 0 && content.trim() !== '') throw new Refused(`The SVG is not well formed. ${again}`)
  }
  if (!open || path.length > 0) throw new Refused(`The SVG is not well formed. ${again}`)
  return { open, svg }
}

/** Whether an element is taken over; one that is for editors is left out. @throws Refused for any other */
function isAllowed(name: string): boolean {
  if ([...shapes, ...paints, ...texts].includes(name)) return true
  const local = name.slice(name.indexOf(':') + 1)
  if (forEditors.includes(local) || (name.includes(':') && !name.startsWith('svg:'))) return false
  if (local === 'text') throw new Refused('The SVG holds letters, which need their font. Turn them into outlines.')
  throw new Refused(`The SVG holds a "${name.slice(0, 40)}" element. ${again}`)
}

function attributesOf(written: string, rules: Rules): Attributes {
  const given = [...written.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
    ([, name = '', double, single]): [string, string] => [name, decodeEntities(double ?? single ?? '')],
  )
  const kept: Attributes = new Map()
  const add = (name: string, value: string) => {
    if (!isKept.has(name)) return
    if (/[\\<]|url\((?!\s*["']?#)|javascript:|expression\(|@import/i.test(value)) {
      throw new Refused(`The SVG refers to something outside of it. ${again}`)
    }
    kept.set(name, value)
  }
  for (const [name, value] of given) {
    if (/^on/i.test(name)) throw new Refused(`The SVG holds a handler, "${name.slice(0, 40)}". ${again}`)
    if (/(^|:)href$/i.test(name)) {
      if (!/^#[\w.-]+$/.test(value)) throw new Refused(`The SVG refers to something outside of it. ${again}`)
      kept.set('href', value)
    } else add(name, value)
  }
  const classes = given.find(([name]) => name === 'class')?.[1].split(/\s+/) ?? []
  for (const [name, value] of classes.flatMap((one) => [...(rules.get(one) ?? [])])) add(name, value)
  for (const [name, value] of declarationsIn(given.find(([name]) => name === 'style')?.[1] ?? '')) add(name, value)
  return kept
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));?/gi, (whole, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : null
    const letter = code === null ? named[name] : code < 0x110000 ? String.fromCodePoint(code) : undefined
    if (letter === undefined) throw new Refused(`The SVG holds "${whole.slice(0, 20)}". ${again}`)
    return letter
  })
}

/** Its size in its own units, by the view box or by width and height. @throws Refused where it says neither */
function sizeOf(open: Attributes): [width: number, height: number] {
  const box = (open.get('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  const [width = 0, height = 0] =
    box.length === 4
      ? box.slice(2)
      : [open.get('width'), open.get('height')].map((given) => Number.parseFloat(given ?? ''))
  if (!(width > 0 && height > 0)) throw new Refused(`The SVG does not say how large it is. ${again}`)
  return [width, height]
}
