import { getTranslations } from 'next-intl/server'
import { chartDrawer } from '@/app/_pages/chart-drawer'
import { filterOf } from '@/app/_pages/filter-of'
import { loadTheme } from '@/app/_pages/load-theme'
import { orStandIn } from '@/app/_pages/or-stand-in'
import { type CrisisPageProps, pathWith } from '@/app/_pages/page-props'
import { possibleQuery } from '@/app/_pages/possible-query'
import { SourceList } from '@/components/citations/source-list'
import { FilterBar } from '@/components/forms/filter-bar'
import { SitrepBlock } from '@/components/sitrep/sitrep-block'
import { Empty } from '@/components/ui/empty'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import type { Theme } from '@/domain/dashboard/compose-theme'

/** A theme of a crisis: its charts, every position, the notes, and the sources of it all. */
export async function ThemePageView({ theme, params, searchParams }: CrisisPageProps & { theme: Theme }) {
  const [{ crisis: slug }, query] = await Promise.all([params, searchParams])
  const root = `/crises/${slug}`
  const path = `${root}/${theme}`
  const asked = await orStandIn(pathWith(path, query), () => loadTheme(slug, theme, query))
  const { page } = asked
  const wanted = possibleQuery(asked, query)
  const [t, filter, drawChart] = await Promise.all([
    getTranslations(theme),
    filterOf(asked, wanted, path),
    chartDrawer({ page: path, files: `${root}/charts`, query: wanted }),
  ])
  const isEmpty = page.charts.length + page.tables.length + page.notes.length === 0
  return (
    <>
      <PageHeading title={t('title')} subtitle={t('subtitle')} marks={page.marks} />
      <FilterBar view={filter} />
      <div className="space-y-12">
        {isEmpty && <Empty>{t(filter.chips.length > 0 ? 'emptyFiltered' : 'empty')}</Empty>}
        {page.charts.length > 0 && (
          <section aria-labelledby="charts">
            <h2 id="charts" className="sr-only">
              {t('charts')}
            </h2>
            <div className="max-w-[45rem] space-y-12">{page.charts.map(({ chart }) => drawChart(chart))}</div>
          </section>
        )}
        {page.tables.length > 0 && (
          <Section id="positions" title={t('positions')} subtitle={t('positionsSubtitle')}>
            <div className="space-y-10">
              {page.tables.map((block) => (
                <SitrepBlock key={block.caption} block={block} drawChart={drawChart} />
              ))}
            </div>
          </Section>
        )}
        {page.notes.map((block) => (
          <Section key="notes" id="notes" title={t('notes')} subtitle={t('notesSubtitle')}>
            <SitrepBlock block={block} drawChart={drawChart} />
          </Section>
        ))}
      </div>
      <SourceList sources={page.sources} crisis={slug} />
    </>
  )
}
