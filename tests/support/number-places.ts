import type { ChartModel } from '@/domain/chart/chart-model'
import type { CitationMark, Run } from '@/domain/citation/cited-source'
import type { Tile } from '@/domain/dashboard/tile'
import type { Block, Sitrep } from '@/domain/sitrep/sitrep'

/** A piece of a composed sitrep that a reader takes in at once (a sentence, a tile, a row), with the marks that stand in it. */
export interface NumberPlace {
  where: string
  texts: string[]
  cite: CitationMark[]
  /** Of a drawing, which may show less of it, and some of it twice. */
  isDrawn: boolean
}

/** The pieces of a sitrep's body, in the order of reading, its frame left out. */
export function numberPlaces(sitrep: Sitrep): NumberPlace[] {
  return sitrep.sections.flatMap(({ key, heading, blocks }) => [
    place(key, [heading], []),
    ...blocks.flatMap((block) => placesOfBlock(key, block)),
  ])
}

function place(where: string, texts: (string | null)[], cite: CitationMark[], isDrawn = false): NumberPlace {
  return { where, texts: texts.filter((text) => text !== null), cite, isDrawn }
}

const ofRuns = (where: string, runs: Run[], ...more: string[]) =>
  place(
    where,
    [...runs.map(({ text }) => text), ...more],
    runs.flatMap(({ cite }) => cite ?? []),
  )

function placesOfBlock(where: string, block: Block): NumberPlace[] {
  switch (block.kind) {
    case 'heading':
      return [place(where, [block.text], [])]
    case 'paragraph':
      return [ofRuns(where, block.content)]
    case 'list':
      return block.items.map((item) => ofRuns(where, item))
    case 'tiles':
      return block.tiles.map((tile) => ofTile(where, tile))
    case 'chart':
      return ofChart(where, block.chart)
    case 'table':
      return [
        // Names of events and of columns.
        place('caption', [block.caption, ...block.columns.map(({ label }) => label)], []),
        ...block.rows.map((row) => ofRuns(where, row.flat())),
      ]
    case 'changes':
      return block.items.map(({ label, content }) => ofRuns(where, content, label))
    case 'contested':
      return block.items.map(({ title, sides, remark }) =>
        ofRuns(
          where,
          [...sides.flatMap(({ detail }) => detail), ...remark],
          title,
          ...sides.flatMap(({ who, quote }) => [who, quote]),
        ),
      )
    case 'notes':
      return block.items.map(({ content, detail }) => ofRuns(where, content, detail))
  }
}

function ofTile(where: string, tile: Tile): NumberPlace {
  const runs = [...tile.parts.flat(), ...tile.who]
  const values = tile.values.flatMap(({ before, number, after }) => [before, number, after])
  const quiet = [tile.agreement, tile.verification, tile.rule, tile.change, tile.age]
  const texts = [tile.label, ...values, ...runs.map(({ text }) => text), ...quiet, ...tile.caveats]
  return place(where, texts, [...tile.cite, ...runs.flatMap(({ cite }) => cite ?? [])])
}

function ofChart(where: string, chart: ChartModel): NumberPlace[] {
  const cite = chart.claimants.flatMap((claimant) => claimant.cite)
  const points = chart.series.flatMap((series) => series.points)
  return [
    place(where, [chart.title, chart.subtitle, chart.footnote, ...chart.claimants.map(({ label }) => label)], cite),
    place('legend', chart.legend, []),
    ...points.map((point) => place(where, [point.valueText, point.atText, point.coverage], point.cite, true)),
    ...chart.bars.map((bar) => place(where, [bar.valueText, bar.shortText, bar.spanText, bar.keyText], bar.cite, true)),
    place(where, [...chart.series.flatMap(({ label, lastText }) => [label, lastText])], cite, true),
    place(
      where,
      chart.markers.flatMap(({ label, atText }) => [label, atText]),
      cite,
      true,
    ),
    // The scales count nothing.
    place(
      'scale',
      [...chart.x.ticks, ...chart.y.ticks].map(({ label }) => label),
      [],
      true,
    ),
  ]
}

/** Stretches of digits, each as often as it occurs. */
export function digitsIn(...texts: string[]): string[] {
  return texts.flatMap((text) => text.normalize('NFKC').match(/\p{Nd}+/gu) ?? [])
}
