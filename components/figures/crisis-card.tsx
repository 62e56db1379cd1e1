import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { RunText } from '@/components/citations/run-text'
import { TileNumber } from '@/components/figures/tile-number'
import { MarkList } from '@/components/ui/page-heading'
import type { Dashboard } from '@/domain/dashboard/dashboard'
import type { Tile } from '@/domain/dashboard/tile'

/** A crisis on the list of crises: its title, what must be known before reading, and its first key figures with who says so. */
export function CrisisCard({
  crisis,
  dashboard,
  sitreps,
}: {
  crisis: { slug: string; title: string; subtitle: string }
  dashboard: Dashboard
  sitreps: string
}) {
  const t = useTranslations('home')
  const href = `/crises/${crisis.slug}`
  return (
    <article aria-labelledby={`crisis-${crisis.slug}`} className="border-t-2 border-ink pt-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2">
        <h2 id={`crisis-${crisis.slug}`} className="text-[1.375rem] leading-tight font-semibold tracking-tight">
          <Link href={href} className="text-ink no-underline hover:text-accent hover:underline">
            {crisis.title}
          </Link>
        </h2>
        <p className="text-sm text-muted">{t('asOf', { asOf: dashboard.asOfText })}</p>
      </div>
      <p className="mt-1 max-w-[75ch] text-sm text-muted">{crisis.subtitle}</p>
      <MarkList marks={dashboard.marks} />
      <ul className="mt-5 grid gap-x-8 gap-y-6 sm:grid-cols-2 lg:grid-cols-4">
        {dashboard.tiles.slice(0, 4).map((tile) => (
          <li key={tile.key} className="grid content-start gap-y-1">
            <SmallTile tile={tile} href={href} />
          </li>
        ))}
      </ul>
      <p className="mt-6 flex flex-wrap gap-x-6 gap-y-2 text-sm">
        <Link href={href}>{t('open')}</Link>
        <Link href={`${href}/figures`} prefetch={false}>
          {t('figures')}
        </Link>
        <Link href={`${href}/sitreps`} prefetch={false}>
          {sitreps}
        </Link>
      </p>
    </article>
  )
}

/** Marks lead to sources of the dashboard, so they are left out here and the number leads there. */
function SmallTile({ tile, href }: { tile: Tile; href: string }) {
  const who = tile.who.map(({ cite: _, ...run }) => run)
  return (
    <>
      <p className="text-sm text-muted">{tile.label}</p>
      <p>
        <Link href={href} prefetch={false} className="no-underline">
          <TileNumber tile={tile} />
        </Link>
      </p>
      <p className="text-xs">
        <RunText runs={who} />
      </p>
      <p className="text-xs text-muted">
        {[tile.agreement, tile.verification, tile.age].filter((text) => text !== null && text !== '').join(' · ')}
      </p>
    </>
  )
}
