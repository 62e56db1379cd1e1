import { getTranslations } from 'next-intl/server'
import { chartDrawer } from '@/app/_pages/chart-drawer'
import { filterOf } from '@/app/_pages/filter-of'
import { orStandIn } from '@/app/_pages/or-stand-in'
import { type CrisisPageProps, pathWith } from '@/app/_pages/page-props'
import { possibleQuery } from '@/app/_pages/possible-query'
import { loadDashboard } from '@/app/_server/loaders'
import { SourceList } from '@/components/citations/source-list'
import { DashboardView } from '@/components/figures/dashboard-view'
import { FilterBar } from '@/components/forms/filter-bar'
import { addressWith } from '@/components/forms/query-address'
import { NewerFiguresLazily } from '@/components/queries/newer-figures-lazily'
import { buttonClass } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import { zoneText } from '@/domain/sitrep/report-header'

/** The dashboard of a crisis. */
export default async function DashboardPage({ params, searchParams }: CrisisPageProps) {
  const [{ crisis: slug }, query] = await Promise.all([params, searchParams])
  const root = `/crises/${slug}`
  const asked = await orStandIn(pathWith(root, query), () => loadDashboard(slug, query))
  const { crisis, dashboard } = asked
  const wanted = possibleQuery(asked, query)
  const [t, filter, drawChart] = await Promise.all([
    getTranslations('dashboard'),
    filterOf(asked, wanted, root),
    chartDrawer({ page: root, files: `${root}/charts`, query: wanted }),
  ])
  const search = addressWith('', wanted, {})
  // A number leads to the figures of the same moment and filter.
  const tiles = dashboard.tiles.map((tile) => ({
    ...tile,
    href: search ? `${tile.href}&${search.slice(1)}` : tile.href,
  }))
  return (
    <>
      <PageHeading
        title={crisis.title}
        subtitle={`${crisis.subtitle.replace(/\.$/, '')} · ${t('timesIn', { zone: zoneText(crisis.timeZone, asked.viewpoint.asOf) })}`}
        marks={dashboard.marks}
      >
        <a href={`/api/v1/crises/${slug}/figures.xlsx${search}`} className={buttonClass('plain')}>
          {t('figuresXlsx')}
        </a>
        <a href={`${root}/sitreps`} className={buttonClass('primary')}>
          {t('sitreps')}
        </a>
      </PageHeading>
      <FilterBar view={filter} />
      <DashboardView
        dashboard={{ ...dashboard, tiles }}
        drawChart={drawChart}
        isFiltered={filter.chips.length > 0}
        hasKeyFigures={crisis.keyFigures.length > 0}
      />
      <SourceList sources={dashboard.sources} crisis={slug} />
      {asked.defaulted.knownAt && (
        <NewerFiguresLazily crisis={slug} revision={crisis.revision} newer={t('newer')} show={t('showNewer')} />
      )}
    </>
  )
}
