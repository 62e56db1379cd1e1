import { join } from 'node:path'
import type { EditionProof, Sitrep } from '@/domain/sitrep/sitrep'
import type { Instant } from '@/domain/time/instant'
import { readFontCoverage } from '@/formats/pdf/font-coverage'
import { type DrawChart, makePrintModel } from '@/formats/pdf/print-model'
import { pdfFolder, TypstThread } from '@/formats/pdf/typst-thread'
import { renderChartSvg } from '@/formats/svg/chart-svg'

const thread = new TypstThread()
let coverage: Set<number>[] | null = null

const drawForPrint: DrawChart = (chart, width) =>
  renderChartSvg(chart, { width, theme: 'print', idPrefix: `chart-${chart.key}` })

/**
 * Sets a sitrep as a tagged PDF (PDF/UA-1, A4). Charts are drawn before the report is handed to the thread: by `chartSvg`
 * (the model, a width in CSS pixels), or as print shows them. `createdAt` stands in the file as its creation time, so that the same input gives the same bytes.
 * Fails with UnknownSourceError where a mark leads to no numbered source, with PdfRenderError where Typst refuses, warns or takes too long.
 */
export async function renderSitrepPdf(
  input: { sitrep: Sitrep; proof: EditionProof; chartSvg?: DrawChart; createdAt: Instant },
  on: TypstThread = thread,
): Promise<Uint8Array> {
  coverage ??= readFontCoverage(join(pdfFolder, 'fonts'))
  const model = makePrintModel(input.sitrep, input.proof, input.chartSvg ?? drawForPrint, coverage)
  return on.render({ report: JSON.stringify(model), createdAt: Math.floor(Date.parse(input.createdAt) / 1000) })
}
