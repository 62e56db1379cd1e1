import type { ChartModel } from '@/domain/chart/chart-model'
import type { CitationMark, CitedSource, Run } from '@/domain/citation/cited-source'
import type { Tile } from '@/domain/dashboard/tile'
import type { Logo } from '@/domain/logo/logo'
import { accentColours } from '@/domain/sitrep/accents'
import type { Block, EditionProof, Sitrep } from '@/domain/sitrep/sitrep'
import { punctuationOf } from '@/domain/wording/punctuation'
import { plainText } from '@/domain/wording/wording'
import { shareColumnWidths } from '@/formats/pdf/column-widths'
import { liftTexts } from '@/formats/pdf/lift-texts'
import { makePrintable, replaceMissingGlyphs } from '@/formats/pdf/printable-text'
import { renderSparklineSvg } from '@/formats/svg/sparkline-svg'

/** Draws a chart as SVG at `width` CSS pixels. */
export type DrawChart = (chart: ChartModel, width: number) => string

/** The page's text column, 174 mm on A4 and 179.9 mm on Letter, in CSS pixels (96 to the inch): 12 px in a chart stand as 9 pt on paper. */
const columnWidths = { a4: 658, letter: 680 }
const usualTemplate: NonNullable<Sitrep['template']> = { paper: 'a4', accent: 'blue', footer: '', logo: null }

/** The size of a tile's small line in CSS pixels, its shape on paper too. */
const sparklineSize = { width: 128, height: 17 }

const shortHash = 12

type TableColumns = Extract<Block, { kind: 'table' }>['columns']

/** A mark that leads to no numbered source: such a number must never be printed. */
export class UnknownSourceError extends Error {
  override name = 'UnknownSourceError'
  constructor(n: number) {
    super(`The mark [${n}] leads to no numbered source.`)
  }
}

/**
 * What the template reads: the sitrep with every optional field filled in, every text settable with the shipped fonts, charts drawn and
 * table columns measured. Plain data; the template never reads any of it as markup. Fails with UnknownSourceError.
 */
export function makePrintModel(
  sitrep: Sitrep,
  proof: EditionProof,
  drawChart: DrawChart,
  coverage: Set<number>[],
  { hasData, logoType }: { hasData: boolean; logoType: Logo['mediaType'] | null },
) {
  const text = (value: string) => makePrintable(value, coverage)
  const numbered = new Set(sitrep.sources.map(({ n }) => n))
  const marks = (cite: CitationMark[] = []) => {
    const lost = cite.find(({ n }) => !numbered.has(n))
    if (lost) throw new UnknownSourceError(lost.n)
    return cite.map(({ n }) => ({ n }))
  }
  const optional = (value: string | null) => (value === null ? null : text(value))
  const run = (item: Run) => ({
    text: text(item.text),
    cite: marks(item.cite),
    strong: item.strong ?? false,
    muted: item.muted ?? false,
    language: languageCode(item.language),
  })
  const runs = (items: Run[]) => items.map(run)

  // What the marks mean is said once, under the first of the charts, for all of them.
  const charts = sitrep.sections.flatMap(({ blocks }) =>
    blocks.flatMap((item) => (item.kind === 'chart' ? [item.chart] : [])),
  )
  const [firstChart] = charts
  const { semicolon } = punctuationOf(sitrep.language)
  const marksText = [sitrep.labels.marks, [...new Set(charts.flatMap(({ legend }) => legend))].join(semicolon)]
    .join(' ')
    .trim()

  const table = (caption: string, columns: TableColumns, rows: Run[][][]) => {
    // A column of numbers has its marks in a strip of their own.
    const strips = columns.map(({ align }, index) =>
      align === 'end' ? Math.max(0, ...rows.map((row) => citeText(row[index]?.at(-1)?.cite).length)) : 0,
    )
    const measured = rows.map((row) =>
      row.map((cell, index) => (strips[index] ? plainText(cell) + markRoom(strips[index]) : markedText(cell))),
    )
    return {
      caption: text(caption),
      columns: columns.map(({ label, align }, index) => ({ label: text(label), align, markRoom: strips[index] ?? 0 })),
      widths: shareColumnWidths(columns, measured),
      rows: rows.map((row, index) => ({ span: spanOf(rows, index), cells: row.map(runs) })),
    }
  }

  const template = sitrep.template ?? usualTemplate
  const chartWidth = columnWidths[template.paper]
  const chart = (model: ChartModel) => ({
    title: text(model.title),
    subtitle: text(model.subtitle),
    ...liftTexts(setSvgFont(replaceMissingGlyphs(drawChart(model, chartWidth), coverage))),
    width: chartWidth,
    alt: model.alt,
    footnote: text(model.footnote),
    claimants: model.claimants.map(({ label, cite }) => ({ label: text(label), cite: marks(cite) })),
    legend: model === firstChart ? text(marksText) : '',
    comma: punctuationOf(model.language).comma,
  })

  /** What stands in no other table of the report: the flows behind bars. */
  const flowTable = ({ kind, table: { columns, rows } }: ChartModel) =>
    kind === 'bars'
      ? table(
          '',
          columns,
          rows.map((row) => row.map(({ text, cite = [] }) => [{ text, cite }])),
        )
      : null

  const tile = (item: Tile) => ({
    label: text(item.label),
    values: item.values.map(({ before, number, after }) => ({
      before: text(before),
      number: text(number),
      after: text(after),
    })),
    stale: item.stale,
    contested: item.contested,
    parts: item.parts.map(runs),
    who: runs(item.who),
    agreement: text(item.agreement),
    verification: text(item.verification),
    change: optional(item.change),
    age: optional(item.age),
    caveats: item.caveats.map(text),
    rule: text(item.rule),
    cite: marks(item.cite),
    sparkline: item.sparkline && {
      svg: setSvgFont(renderSparklineSvg(item.sparkline, { ...sparklineSize, theme: 'print' })),
      alt: item.sparkline.alt,
    },
  })

  const block = (item: Block) => {
    switch (item.kind) {
      case 'heading':
        return { kind: item.kind, text: text(item.text) }
      case 'paragraph':
        return { kind: item.kind, content: runs(item.content) }
      case 'list':
        return { kind: item.kind, items: item.items.map(runs) }
      case 'tiles':
        return { kind: item.kind, tiles: item.tiles.map(tile) }
      case 'chart':
        return { kind: item.kind, chart: chart(item.chart), table: flowTable(item.chart) }
      case 'table':
        return { kind: item.kind, table: table(item.caption, item.columns, item.rows) }
      case 'changes':
        return {
          kind: item.kind,
          items: item.items.map(({ kind, label, content }) => ({ kind, label: text(label), content: runs(content) })),
        }
      case 'contested':
        return {
          kind: item.kind,
          items: item.items.map(({ title, sides, remark }) => ({
            title: text(title),
            sides: sides.map((side) => ({
              role: side.role,
              who: text(side.who),
              quote: text(side.quote),
              language: languageCode(side.language),
              detail: runs(side.detail),
            })),
            remark: runs(remark),
          })),
        }
      case 'notes':
        return {
          kind: item.kind,
          items: item.items.map(({ content, detail }) => ({ content: runs(content), detail: text(detail) })),
        }
    }
  }

  const languageNames = new Intl.DisplayNames([sitrep.language], { type: 'language' })
  const source = (item: CitedSource) => ({
    n: item.n,
    publisher: text(item.publisher),
    title: text(item.title),
    publishedText: text(item.publishedText),
    language: languageCode(item.language),
    languageText: text(nameLanguage(languageNames, item.language)),
    href: item.url !== null && /^https?:\/\//i.test(item.url) ? item.url : null,
    urlText: item.url === null ? '' : text(readableAddress(item.url)),
    hashText: item.sha256 === null ? null : `SHA-256 ${item.sha256.slice(0, shortHash)}`,
  })

  const title = text(sitrep.title)
  const kindText = text(sitrep.header.kindText)
  return {
    paper: template.paper === 'letter' ? 'us-letter' : 'a4',
    accent: accentColours[template.accent],
    logo: template.logo &&
      logoType && { file: logoType === 'image/png' ? 'logo.png' : 'logo.svg', alt: template.logo.alt },
    footer: text(template.footer),
    hasData,
    documentTitle: title.includes(kindText) ? title : `${title} – ${kindText}`,
    contentHash: printHash(proof.contentHash),
    auditHead: printHash(proof.auditHead),
    sitrep: {
      language: sitrep.language,
      title,
      crisis: { title: text(sitrep.crisis.title) },
      publisher: text(sitrep.publisher),
      header: {
        kindText,
        asOfText: text(sitrep.header.asOfText),
        periodText: text(sitrep.header.periodText),
        nextIssueText: optional(sitrep.header.nextIssueText),
        expiresText: optional(sitrep.header.expiresText),
        marks: sitrep.header.marks.map(text),
      },
      sections: sitrep.sections
        .filter(({ blocks }) => blocks.length > 0)
        .map(({ key, heading, blocks }) => ({ key, heading: text(heading), blocks: blocks.map(block) })),
      sources: sitrep.sources.map(source),
      sourcesHeading: text(sitrep.sourcesHeading),
      disclaimer: text(sitrep.disclaimer),
      labels: {
        content: text(sitrep.labels.content),
        audit: text(sitrep.labels.audit),
        noFigure: text(sitrep.labels.noFigure),
        or: text(sitrep.labels.or),
        states: text(sitrep.labels.states),
        denies: text(sitrep.labels.denies),
        reconstructedNote: optional(sitrep.labels.reconstructedNote),
      },
      erratum: sitrep.erratum === null ? null : { what: text(sitrep.erratum.what), why: text(sitrep.erratum.why) },
    },
  }
}

/** Over how many rows a row's first cell reaches: those after it that leave theirs empty; 0 for one of these. */
function spanOf(rows: Run[][][], index: number): number {
  const isOpen = (row: Run[][] | undefined) => row?.[0]?.length === 0
  if (index > 0 && isOpen(rows[index])) return 0
  const next = rows.findIndex((row, at) => at > index && !isOpen(row))
  return (next < 0 ? rows.length : next) - index
}

/** An address as its writer reads it: letters instead of their codes, where they can be told. The link keeps the codes. */
function readableAddress(url: string): string {
  try {
    return decodeURI(url)
  } catch {
    return url
  }
}

/** As many characters as marks of a length take of a line of text. */
const markRoom = (length: number) => ' '.repeat(Math.ceil(length * 0.75))

/** A cell's text with the room its marks take, to measure columns by. */
function markedText(cell: Run[]): string {
  return cell.map(({ text, cite }) => text + markRoom(citeText(cite).length)).join('')
}

function citeText(cite: CitationMark[] = []): string {
  return cite.length > 0 ? `[${cite.map(({ n }) => n).join(', ')}]` : ''
}

/** Typst takes the language alone, of two or three letters. */
function languageCode(tag: string | undefined): string | null {
  return /^[a-z]{2,3}(?=$|-)/i.exec(tag ?? '')?.[0].toLowerCase() ?? null
}

function nameLanguage(names: Intl.DisplayNames, tag: string): string {
  const code = languageCode(tag)
  return code === null ? tag : (names.of(code) ?? tag)
}

/** Twelve digits in fours for the eye, and the whole for the check. */
function printHash(hash: string) {
  return { short: hash.slice(0, shortHash).replace(/(.{4})(?=.)/g, '$1 '), full: hash }
}

/** The charts ask for Noto Sans; the shipped cuts of it have a name of their own, which no installed font shares. */
function setSvgFont(svg: string): string {
  return svg.replace(/font-family="[^"]*"/g, 'font-family="Attest Sans"')
}
