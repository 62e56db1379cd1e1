import type { Run } from '@/domain/citation/cited-source'
import type { Tile } from '@/domain/dashboard/tile'
import type { SectionKey } from '@/domain/sitrep/section-keys'
import type { Block, ContestedItem, Section, Sitrep } from '@/domain/sitrep/sitrep'
import { catalogueOf } from '@/domain/wording/catalogue'

/** What a messenger has room for; tables, charts and the rest are read in the report. */
const told: readonly SectionKey[] = [
  'highlights',
  'overview',
  'key-figures',
  'changes',
  'contested',
  'not-known',
  'needs',
]

/**
 * An edition as plain text for messengers, in its own language: what one has to know, every number with its mark, the marks explained by short
 * citations at the end under the numbers they have in the report. `address`: where the whole report stands, null where it stands nowhere yet.
 */
export function writeSitrepText(sitrep: Sitrep, address: string | null): string {
  const sections = sitrep.sections.filter(({ key }) => told.includes(key))
  const { header, erratum } = sitrep
  const cited = new Set<number>()
  const say = sayer(sitrep, cited)
  const head = [
    sitrep.title,
    [header.asOfText, header.periodText].join(' · '),
    ...header.marks,
    ...(erratum ? [erratum.what, erratum.why] : []),
  ]
  const body = sections.map((section) => [section.heading, ...section.blocks.flatMap(say)].join('\n'))
  return [head.filter(Boolean).join('\n'), ...body, shortSources(sitrep, cited), address].filter(Boolean).join('\n\n')
}

/** Its highlights alone, with their short citations; what stands first where it has none. An erratum says what it mends. */
export function highlightsText(sitrep: Sitrep): string {
  const [first] = sitrep.sections
  const section = sitrep.sections.find(({ key }) => key === 'highlights') ?? first
  const cited = new Set<number>()
  const lines = section ? linesOf(section, sitrep, cited) : []
  const { erratum, header } = sitrep
  const head = [header.asOfText, ...header.marks, ...(erratum ? [erratum.what, erratum.why] : [])]
  return [...head, ...lines, shortSources(sitrep, cited)].filter(Boolean).join('\n')
}

const linesOf = (section: Section, sitrep: Sitrep, cited: Set<number>) => section.blocks.flatMap(sayer(sitrep, cited))

/** "[1] OCHA, 30 Sep 2023, https://..." for each source that was cited. */
function shortSources({ sources, sourcesHeading, language }: Sitrep, cited: ReadonlySet<number>): string {
  const { comma } = catalogueOf(language)
  const lines = sources
    .filter(({ n }) => cited.has(n))
    .map(
      ({ n, publisher, publishedText, url }) => `[${n}] ${[publisher, publishedText, url].filter(Boolean).join(comma)}`,
    )
  return lines.length > 0 ? [sourcesHeading, ...lines].join('\n') : ''
}

/** A caveat is a sentence of its own, but not within a line. */
const withoutStop = (text: string) => text.replace(/[.։]$/, '')

/** Says a block line by line, and keeps which sources its lines cite. */
function sayer({ labels, language }: Sitrep, cited: Set<number>): (block: Block) => string[] {
  const { colon, semicolon, quote: quoted } = catalogueOf(language)
  const mark = (cite: Run['cite'] = []) => {
    const numbers = [...new Set(cite.map(({ n }) => n))]
    for (const n of numbers) cited.add(n)
    return numbers.length > 0 ? ` ${numbers.map((n) => `[${n}]`).join('')}` : ''
  }
  const runs = (content: readonly Run[]) =>
    content
      .map(({ text, cite }) => text + mark(cite))
      .join('')
      .replace(/[ \n\t]+/g, ' ')
      .trim()
  const item = (text: string) => `• ${text}`
  const tile = ({ label, values, parts, who, cite, agreement, age, caveats }: Tile) => {
    const value = values.map(({ before, number, after }) => [before, number, after].filter(Boolean).join(' '))
    const number = (value.join(` ${labels.or} `) || labels.noFigure) + (who.length === 0 ? mark(cite) : '')
    const rest = [...parts.map(runs), ...caveats.map(withoutStop), runs(who), agreement, age]
      .filter(Boolean)
      .join(semicolon)
    return item(`${label}${colon}${number}${rest ? ` (${rest})` : ''}`)
  }
  const contested = ({ title, sides, remark }: ContestedItem) => [
    item(title),
    ...sides.map(({ role, who, quote, detail }) => {
      const said = [who, quote === '' ? '' : quoted(quote), runs(detail)].filter(Boolean).join(semicolon)
      return `  – ${role === 'states' ? labels.states : labels.denies}${colon}${said}`
    }),
    ...(remark.length > 0 ? [`  ${runs(remark)}`] : []),
  ]
  return (block) => {
    switch (block.kind) {
      case 'heading':
        return [block.text]
      case 'paragraph':
        return [runs(block.content)]
      case 'list':
        return block.items.map((one) => item(runs(one)))
      case 'tiles':
        return block.tiles.map(tile)
      case 'changes':
        return block.items.map(({ label, content }) => item(`${label}${colon}${runs(content)}`))
      case 'contested':
        return block.items.flatMap(contested)
      default:
        // Tables, charts and notes are read in the report.
        return []
    }
  }
}
