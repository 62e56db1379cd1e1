import type { ReactNode } from 'react'
import { RunText } from '@/components/citations/run-text'
import { KeyFigureTiles } from '@/components/figures/key-figure-tile'
import { ChangeList } from '@/components/sitrep/change-list'
import { ContestedList } from '@/components/sitrep/contested-list'
import { NoteList } from '@/components/sitrep/note-list'
import { RunTable } from '@/components/sitrep/run-table'
import type { ChartModel } from '@/domain/chart/chart-model'
import type { Block } from '@/domain/sitrep/sitrep'

/** One block of a sitrep on the screen. */
export function SitrepBlock({ block, drawChart }: { block: Block; drawChart: (chart: ChartModel) => ReactNode }) {
  switch (block.kind) {
    case 'heading':
      return <h3 className="text-base font-semibold">{block.text}</h3>
    case 'paragraph':
      return (
        <p className="max-w-[70ch]">
          <RunText runs={block.content} />
        </p>
      )
    case 'list':
      return (
        <ul className="max-w-[70ch] list-disc space-y-2 ps-5 marker:text-muted">
          {block.items.map((item) => (
            <li key={item.map(({ text }) => text).join('')}>
              <RunText runs={item} />
            </li>
          ))}
        </ul>
      )
    case 'tiles':
      return <KeyFigureTiles tiles={block.tiles} />
    case 'chart':
      return drawChart(block.chart)
    case 'table':
      return <RunTable caption={block.caption} columns={block.columns} rows={block.rows} isNumberFirst />
    case 'changes':
      return <ChangeList items={block.items} />
    case 'contested':
      return <ContestedList items={block.items} />
    case 'notes':
      return <NoteList items={block.items} />
  }
}
