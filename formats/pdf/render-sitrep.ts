import { join } from 'node:path'
import type { Logo } from '@/domain/logo/logo'
import type { EditionProof, Sitrep } from '@/domain/sitrep/sitrep'
import type { Instant } from '@/domain/time/instant'
import { readFontCoverage } from '@/formats/pdf/font-coverage'
import { type DrawChart, makePrintModel } from '@/formats/pdf/print-model'
import { pdfFolder, TypstThread } from '@/formats/pdf/typst-thread'
import { renderChartSvg } from '@/formats/svg/chart-svg'

const thread = new TypstThread()
let coverage: Set<number>[] | null = null

/** Low enough that three stand on a page. */
const chartHeight = 205

const drawForPrint: DrawChart = (chart, width) =>
  renderChartSvg(chart, { width, height: chartHeight, theme: 'print', idPrefix: `chart-${chart.key}` })

/**
 * What a sitrep is set from. `data`: the texts of `figures.csv` and `sitrep.json`, where they are to lie in the file.
 */
interface PrintInput {
  sitrep: Sitrep
  proof: EditionProof
  logo?: Logo | null
  data?: { figures: string; sitrep: string } | null
  chartSvg?: DrawChart
  createdAt: Instant
}

/**
 * Sets a sitrep as a tagged PDF: PDF/UA-1, or with data inside PDF/A-3a (Typst writes one standard at a time; both are tagged alike). Charts are drawn before the report is handed to the thread: by `chartSvg`
 * (the model, a width in CSS pixels), or as print shows them. `createdAt` stands in the file as its creation time, so that the same input gives the same bytes.
 * Fails with UnknownSourceError where a mark leads to no numbered source, with PdfRenderError where Typst refuses, warns or takes too long.
 */
export async function renderSitrepPdf(
  { sitrep, proof, logo = null, data = null, chartSvg = drawForPrint, createdAt }: PrintInput,
  on: TypstThread = thread,
): Promise<Uint8Array> {
  coverage ??= readFontCoverage(join(pdfFolder, 'fonts'))
  const model = makePrintModel(sitrep, proof, chartSvg, coverage, {
    hasData: data !== null,
    logoType: logo?.mediaType ?? null,
  })
  const text = new TextEncoder()
  return on.render({
    report: JSON.stringify(model),
    createdAt: Math.floor(Date.parse(createdAt) / 1000),
    standard: data ? 'a-3a' : 'ua-1',
    files: [
      ...(logo && model.logo ? [{ name: model.logo.file, bytes: logo.bytes }] : []),
      ...(data
        ? [
            { name: 'figures.csv', bytes: text.encode(data.figures) },
            { name: 'sitrep.json', bytes: text.encode(data.sitrep) },
          ]
        : []),
    ],
  })
}
