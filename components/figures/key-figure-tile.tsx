import Link from 'next/link'
import { CitationMarks } from '@/components/citations/citation-marks'
import { RunText } from '@/components/citations/run-text'
import { SparklinePicture } from '@/components/figures/sparkline-picture'
import { TileNumber } from '@/components/figures/tile-number'
import type { Tile } from '@/domain/dashboard/tile'

/** A key figure: the number is the hero, everything else is quiet. Rows stand in line with those of the tiles beside it (subgrid). */
export function KeyFigureTile({ tile }: { tile: Tile }) {
  const quiet = [tile.agreement, tile.verification, tile.change, tile.age].filter(
    (text) => text !== null && text !== '',
  )
  return (
    <article className="tile" aria-label={tile.label}>
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
      </div>
      <div className="mt-2 text-xs">
        {tile.who.length > 0 && (
          <p>
            <RunText runs={tile.who} />
          </p>
        )}
        <p className="text-muted" title={tile.rule || undefined}>
          {quiet.join(' · ')}
        </p>
      </div>
      <div className="tile-sparkline self-end sm:mt-3">
        {tile.sparkline && <SparklinePicture sparkline={tile.sparkline} isStale={tile.stale} />}
      </div>
    </article>
  )
}

/** The row of key figures. */
export function KeyFigureTiles({ tiles }: { tiles: Tile[] }) {
  return (
    <div className="border-t-2 border-ink">
      <div className="tiles">
        {tiles.map((tile) => (
          <KeyFigureTile key={tile.key} tile={tile} />
        ))}
      </div>
    </div>
  )
}
