import type { Run } from '@/domain/citation/cited-source'
import type { Block, Sitrep } from '@/domain/sitrep/sitrep'
import { renderChartSvg } from '@/formats/svg/chart-svg'
import { escapeXml } from '@/formats/svg/svg-element'

/** A composed sitrep as one HTML page without a server, a script or a request: the least a browser could be given to print. */
export function sitrepHtml(sitrep: Sitrep): string {
  const { header, language, title, sections, sources, sourcesHeading, disclaimer } = sitrep
  const body = [
    tag('h1', text(title)),
    tag('p', text([header.kindText, header.asOfText, header.periodText, ...header.marks].join(' · '))),
    ...sections.flatMap(({ heading, blocks }) => [tag('h2', text(heading)), ...blocks.map(blockHtml)]),
    tag('h2', text(sourcesHeading)),
    tag('ol', ...sources.map(({ citationText }) => tag('li', text(citationText)))),
    tag('p', text(disclaimer)),
  ]
  const style = `@page { size: A4; margin: 20mm 18mm } body { font: 10pt/1.4 sans-serif } table { width: 100%; border-collapse: collapse }
    td, th { border-bottom: 0.5pt solid #999; padding: 2pt; text-align: start } svg { max-width: 100%; height: auto } thead { display: table-header-group }`
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${text(title)}</title><style>${style}</style></head><body>${body.join('')}</body></html>`
}

const text = escapeXml
const tag = (name: string, ...children: string[]) => `<${name}>${children.join('')}</${name}>`

const runs = (content: Run[]) =>
  content
    .map((run) => {
      const marks = run.cite?.map(({ n }) => n).join(', ')
      return `${run.strong ? tag('strong', text(run.text)) : text(run.text)}${marks ? tag('sup', `[${marks}]`) : ''}`
    })
    .join('')

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return tag('h3', text(block.text))
    case 'paragraph':
      return tag('p', runs(block.content))
    case 'list':
      return tag('ul', ...block.items.map((item) => tag('li', runs(item))))
    case 'tiles':
      return block.tiles
        .map(({ label, values, parts, who, agreement }) =>
          tag(
            'section',
            tag('h3', text(label)),
            tag('p', text(values.map(({ before, number, after }) => `${before} ${number} ${after}`).join(' or '))),
            ...[...parts, who].map((one) => tag('p', runs(one))),
            tag('p', text(agreement)),
          ),
        )
        .join('')
    case 'chart':
      return tag(
        'figure',
        renderChartSvg(block.chart, { width: 640, theme: 'print', idPrefix: block.chart.key }),
        tag('figcaption', text(block.chart.title)),
      )
    case 'table':
      return tag(
        'table',
        tag('caption', text(block.caption)),
        tag('thead', tag('tr', ...block.columns.map(({ label }) => tag('th', text(label))))),
        tag('tbody', ...block.rows.map((row) => tag('tr', ...row.map((cell) => tag('td', runs(cell)))))),
      )
    case 'changes':
      return tag('ul', ...block.items.map(({ label, content }) => tag('li', tag('b', text(label)), ' ', runs(content))))
    case 'contested':
      return block.items
        .map(({ title, sides, remark }) =>
          tag(
            'section',
            tag('h3', text(title)),
            ...sides.map(({ who, quote, detail }) => tag('blockquote', text(who), tag('p', text(quote)), runs(detail))),
            tag('p', runs(remark)),
          ),
        )
        .join('')
    case 'notes':
      return tag('ul', ...block.items.map(({ content, detail }) => tag('li', runs(content), ' ', text(detail))))
  }
}
