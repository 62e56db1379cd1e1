import Link from 'next/link'
import { CitationMarks } from '@/components/citations/citation-marks'
import { RunText } from '@/components/citations/run-text'
import { SparklinePicture } from '@/components/figures/sparkline-picture'
import { TileNumber } from '@/components/figures/tile-number'
import type { Tile } from '@/domain/dashboard/tile'

/** A key figure: the number is the hero, everything else is quiet. Rows stand in line with those of the tiles beside it (subgrid). */
export function KeyFigureTile({ tile, isDouble = false }: { tile: Tile; isDouble?: boolean }) {
  const quiet = [tile.agreement, tile.verification, tile.change, tile.age].filter(
    (text) => text !== null && text !== '',
  )
  return (
    <article className={isDouble ? 'tile tile-double' : 'tile'} aria-label={tile.label}>
      <h3 className="text-sm text-muted">
        <Link href={tile.href} prefetch={false} className="text-inherit no-underline hover:text-accent hover:underline">
          {tile.label}
        </Link>
      </h3>
      <p className="tile-number mt-1 self-end">
        <TileNumber tile={tile} />
        {tile.who.length === 0 && <CitationMarks marks={tile.cite} />}
      </p>
      <div className="mt-1.5 text-sm">
        {tile.parts.map((part) => (
          <p key={part.map(({ text }) => text).join('')}>
            <RunText runs={part} />
          </p>
        ))}
        {tile.caveats.map((caveat) => (
          <p key={caveat} className="text-xs text-muted italic">
            {caveat}
          </p>
        ))}
        {tile.who.length > 0 && (
          <p className="mt-1.5 text-xs first:mt-0">
            <RunText runs={tile.who} />
          </p>
        )}
        <p className="text-xs text-muted" title={tile.rule || undefined}>
          {quiet.join(' · ')}
        </p>
      </div>
      <div className="tile-sparkline self-end sm:mt-3">
        {tile.sparkline && <SparklinePicture sparkline={tile.sparkline} isStale={tile.stale} />}
      </div>
    </article>
  )
}

/**
 * The key figures in rows without a hole: as many columns as fill the last row, and where none does, the first tiles take two places.
 */
export function KeyFigureTiles({ tiles }: { tiles: Tile[] }) {
  const { columns, doubles } = rowsFor(tiles.length)
  return (
    <div className="border-t-2 border-ink">
      <div className="tiles" data-columns={columns}>
        {tiles.map((tile, index) => (
          <KeyFigureTile key={tile.key} tile={tile} isDouble={index < doubles} />
        ))}
      </div>
    </div>
  )
}

/** Four columns or three, whichever leaves fewer places empty, which tiles of double width then take. */
function rowsFor(count: number): { columns: number; doubles: number } {
  if (count < 4) return { columns: Math.max(count, 1), doubles: 0 }
  const empty = (columns: number) => (columns - (count % columns)) % columns
  const columns = empty(3) < empty(4) ? 3 : 4
  return { columns, doubles: empty(columns) }
}
