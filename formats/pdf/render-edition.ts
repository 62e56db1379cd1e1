import { canonicalJson } from '@/domain/canonical/canonical-json'
import type { RenderEdition } from '@/domain/sitrep/edition'
import { writeCsv } from '@/formats/csv/write-csv'
import { renderSitrepPdf } from '@/formats/pdf/render-sitrep'

/**
 * Sets an edition as PDF with its charts; where its figures are given, with them and the whole content inside, as PDF/A-3. The SHA-256 of
 * `sitrep.json` is the content hash that is printed. Its creation time is the moment it knew, so that it always has the same bytes.
 */
export const renderEdition: RenderEdition = (sitrep, proof, { logo, figures }) =>
  renderSitrepPdf({
    sitrep,
    proof,
    logo,
    data: figures && { figures: writeCsv(figures), sitrep: canonicalJson(sitrep) },
    createdAt: sitrep.knownAt,
  })
