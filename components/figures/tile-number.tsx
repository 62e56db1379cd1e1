import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { ContestedMark } from '@/components/figures/contested-mark'
import type { Tile } from '@/domain/dashboard/tile'

/** The number as it is set: the qualifier small, the number large; several where relays differ. None reads "no figure reported", never 0. */
export function TileNumber({ tile }: { tile: Tile }) {
  const t = useTranslations('tile')
  if (tile.values.length === 0) return <span className="text-lg text-muted">{t('noFigure')}</span>
  const size = tile.values.length > 1 || tile.values.some(({ number }) => number.length > 9) ? 'text-xl' : 'text-2xl'
  return (
    <span className={`flex flex-wrap items-baseline gap-x-2 ${tile.stale ? 'text-muted' : 'text-ink'}`}>
      {(tile.contested || tile.values.length > 1) && <ContestedMark />}
      {tile.values.map(({ before, number, after }, index) => (
        <Fragment key={before + number + after}>
          {index > 0 && <span className="text-sm text-muted">{t('or')}</span>}
          <span className="whitespace-nowrap">
            {before && <small className="me-1.5 text-sm font-medium text-muted">{before}</small>}
            <span className={`${size} font-semibold tracking-tight`}>{number}</span>
            {after && <small className="ms-1.5 text-sm font-medium text-muted">{after}</small>}
          </span>
        </Fragment>
      ))}
    </span>
  )
}
