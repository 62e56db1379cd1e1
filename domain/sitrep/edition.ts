import type { ExportTable } from '@/domain/export/table'
import type { LedgerSlice } from '@/domain/ledger/ledger-slice'
import type { Logo } from '@/domain/logo/logo'
import type { SitrepRequest } from '@/domain/sitrep/compose-sitrep'
import type { EditionProof, Sitrep } from '@/domain/sitrep/sitrep'

/** Composes an edition from the ledger at its viewpoint and, unless it is the first, at the last edition's. Throws a RangeError where it may not be published. */
export type ComposeEdition = (now: LedgerSlice, before: LedgerSlice | null, request: SitrepRequest) => Sitrep

/** What an edition is set with beside its content. */
export interface EditionParts {
  /** The picture its template names. */
  logo: Logo | null
  /** Its figures, where they are to be put into the file as data; null for the PDF alone. */
  figures: ExportTable | null
}

/** Sets an edition as PDF; the same sitrep, proof and parts give the same bytes. */
export type RenderEdition = (sitrep: Sitrep, proof: EditionProof, parts: EditionParts) => Promise<Uint8Array>

/** The ids of all figures whose number stands in a sitrep: cited in its text, tables and tiles, or drawn in its charts. Sorted. */
export function figuresIn(sitrep: Sitrep): string[] {
  const cited = sitrep.sources.flatMap(({ quotes }) => quotes.map(({ figure }) => figure))
  const blocks = sitrep.sections.flatMap((section) => section.blocks)
  const drawn = blocks.flatMap((block) =>
    block.kind === 'chart' ? block.chart.series.flatMap(({ points }) => points.map(({ figure }) => figure)) : [],
  )
  return [...new Set([...cited, ...drawn])].filter((figure) => figure !== null).sort()
}
