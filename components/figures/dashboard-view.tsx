import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { RunText } from '@/components/citations/run-text'
import { DocumentLines } from '@/components/figures/document-lines'
import { KeyFigureTiles } from '@/components/figures/key-figure-tile'
import { ChangeList } from '@/components/sitrep/change-list'
import { ContestedList } from '@/components/sitrep/contested-list'
import { NoteList } from '@/components/sitrep/note-list'
import { Empty } from '@/components/ui/empty'
import { Section } from '@/components/ui/section'
import type { ChartModel } from '@/domain/chart/chart-model'
import type { Run } from '@/domain/citation/cited-source'
import type { Dashboard } from '@/domain/dashboard/dashboard'

/**
 * The dashboard of a crisis from its key figures down. Charts stand two beside one another; where their number is odd, what belongs to them
 * in words takes the empty place, else it runs over the whole width in two columns.
 */
export function DashboardView({
  dashboard,
  drawChart,
  isFiltered,
  hasKeyFigures,
}: {
  dashboard: Dashboard
  drawChart: (chart: ChartModel) => ReactNode
  isFiltered: boolean
  /** Whether the crisis has any, shown or not: a dashboard of an early moment shows none. */
  hasKeyFigures: boolean
}) {
  const t = useTranslations('dashboard')
  const { casualties, displacement, ombudsman } = dashboard
  const notKnown = dashboard.notKnown.length > 0 && (
    <Section id="not-known" title={t('notKnown')} subtitle={t('notKnownSubtitle')}>
      <NotKnownList items={dashboard.notKnown} />
    </Section>
  )
  const notes = (
    <Section id="notes" title={t('notes')} subtitle={t('notesSubtitle')}>
      {dashboard.notes.length > 0 ? <NoteList items={dashboard.notes} /> : <Empty>{t('notesEmpty')}</Empty>}
    </Section>
  )
  const documents = (
    <Section id="documents" title={t('documents')} subtitle={t('documentsSubtitle')}>
      {dashboard.documents.length > 0 ? (
        <DocumentLines documents={dashboard.documents} />
      ) : (
        <Empty>{t('documentsEmpty')}</Empty>
      )}
    </Section>
  )
  return (
    <div className="space-y-12">
      <section aria-labelledby="key-figures">
        <h2 id="key-figures" className="sr-only">
          {t('keyFigures')}
        </h2>
        {dashboard.tiles.length > 0 ? (
          <KeyFigureTiles tiles={dashboard.tiles} />
        ) : (
          <Empty>{t(hasKeyFigures ? 'keyFiguresAhead' : 'keyFiguresEmpty')}</Empty>
        )}
      </section>
      <ChartSection
        id="casualties"
        title={t('casualties')}
        charts={casualties}
        drawChart={drawChart}
        isFiltered={isFiltered}
        inOddPlace={notKnown}
      />
      <Section
        id="changes"
        title={t('changes')}
        subtitle={dashboard.changesSince ? t('changesSince', { since: dashboard.changesSince }) : undefined}
        className="two-columns"
      >
        {dashboard.changes.length > 0 ? <ChangeList items={dashboard.changes} /> : <Empty>{t('changesEmpty')}</Empty>}
      </Section>
      <Section id="contested" title={t('contested')} subtitle={t('contestedSubtitle')} className="two-columns">
        {dashboard.contested.length > 0 ? (
          <ContestedList items={dashboard.contested} />
        ) : (
          <Empty>{t('contestedEmpty')}</Empty>
        )}
      </Section>
      {!isOdd(casualties) && notKnown && <div className="two-columns">{notKnown}</div>}
      <ChartSection
        id="displacement"
        title={t('displacement')}
        charts={displacement}
        drawChart={drawChart}
        isFiltered={isFiltered}
        inOddPlace={notes}
      />
      {!isOdd(displacement) && <div className="two-columns">{notes}</div>}
      {ombudsman.length > 0 && (
        <ChartSection
          id="ombudsman"
          title={t('ombudsman')}
          subtitle={t('ombudsmanSubtitle')}
          charts={ombudsman}
          drawChart={drawChart}
          isFiltered={isFiltered}
          inOddPlace={documents}
        />
      )}
      {!isOdd(ombudsman) && <div className="two-columns">{documents}</div>}
    </div>
  )
}

const isOdd = (charts: readonly ChartModel[]) => charts.length % 2 === 1

function ChartSection({
  id,
  title,
  subtitle,
  charts,
  drawChart,
  isFiltered,
  inOddPlace,
}: {
  id: string
  title: string
  subtitle?: string
  charts: ChartModel[]
  drawChart: (chart: ChartModel) => ReactNode
  isFiltered: boolean
  inOddPlace: ReactNode
}) {
  const t = useTranslations('dashboard')
  return (
    <Section id={id} title={title} subtitle={subtitle}>
      {charts.length > 0 ? (
        <div className="grid gap-12 lg:grid-cols-2 lg:*:min-w-0">
          {charts.map(drawChart)}
          {isOdd(charts) && inOddPlace}
        </div>
      ) : (
        <Empty>{t(isFiltered ? 'chartsEmptyFiltered' : 'chartsEmpty')}</Empty>
      )}
    </Section>
  )
}

function NotKnownList({ items }: { items: Run[][] }) {
  return (
    <ul className="text-sm">
      {items.map((item) => (
        <li key={item.map(({ text }) => text).join('')} className="border-t border-line py-2.5">
          <RunText runs={item} />
        </li>
      ))}
    </ul>
  )
}
