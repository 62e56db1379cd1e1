import type { RenderEdition } from '@/domain/sitrep/edition'
import { renderSitrepPdf } from '@/formats/pdf/render-sitrep'
import { renderChartSvg } from '@/formats/svg/chart-svg'

/** Sets an edition as PDF with its charts. Its creation time is the moment it knew, so that it always has the same bytes. */
export const renderEdition: RenderEdition = (sitrep, proof) =>
  renderSitrepPdf({
    sitrep,
    proof,
    chartSvg: (chart, width) => renderChartSvg(chart, { width, theme: 'print', idPrefix: chart.key }),
    createdAt: sitrep.knownAt,
  })
