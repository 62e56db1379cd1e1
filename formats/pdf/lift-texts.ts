/** A text of a drawing that Typst sets over it: its place in the drawing's px, `y` the baseline. */
export interface LiftedText {
  x: number
  y: number
  anchor: 'start' | 'middle' | 'end'
  weight: number
  fill: string
  /** Width of the ground-coloured rim round its letters, px; 0 for none. */
  halo: number
  text: string
}

/** Scripts that the drawing's one family has no letters for, and the marks of an isolate round them. */
const otherScript = /[\u0530-\u058f\u0600-\u06ff]/
const isolates = /^\u2067([\s\S]*)\u2069$/
const entities = /&#(\d+);/g

type Attributes = Record<string, string>

const attributesOf = (tag: string): Attributes =>
  Object.fromEntries([...tag.matchAll(/([a-z-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]))

/**
 * Takes the texts of Armenian and Arabic letters out of a drawing: the library by which Typst reads SVG sets a text with one family, and
 * breaks down over some of mixed direction. Typst itself sets them in their places, in the report's fonts.
 */
export function liftTexts(svg: string): { svg: string; texts: LiftedText[] } {
  const texts: LiftedText[] = []
  const groups: Attributes[] = []
  const left = svg.replace(
    /<g\b[^>]*>|<\/g>|<text\b([^>]*)>([^<]*)<\/text>/g,
    (tag, written?: string, content = '') => {
      if (tag === '</g>') groups.pop()
      else if (written === undefined) groups.push({ ...groups.at(-1), ...attributesOf(tag) })
      else if (otherScript.test(content)) {
        const said = { ...groups.at(-1), ...attributesOf(written) }
        texts.push({
          x: Number(said.x),
          y: Number(said.y),
          anchor: said['text-anchor'] === 'middle' || said['text-anchor'] === 'end' ? said['text-anchor'] : 'start',
          weight: Number(said['font-weight'] ?? 400),
          fill: said.fill ?? '#000000',
          halo: said['paint-order'] ? Number(said['stroke-width']) : 0,
          text: content
            .replace(isolates, '$1')
            .replace(entities, (_: string, code: string) => String.fromCodePoint(Number(code))),
        })
        return ''
      }
      return tag
    },
  )
  return { svg: left, texts }
}
