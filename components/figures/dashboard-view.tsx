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

/** The dashboard of a crisis from its key figures down: charts wide, what is said about them narrow beside. */
export function DashboardView({
  dashboard,
  drawChart,
}: {
  dashboard: Dashboard
  drawChart: (chart: ChartModel) => ReactNode
}) {
  const t = useTranslations('dashboard')
  return (
    <div className="space-y-12">
      <section aria-labelledby="key-figures">
        <h2 id="key-figures" className="sr-only">
          {t('keyFigures')}
        </h2>
        {dashboard.tiles.length > 0 ? (
          <KeyFigureTiles tiles={dashboard.tiles} />
        ) : (
          <Empty>{t('keyFiguresEmpty')}</Empty>
        )}
      </section>
      <Pair>
        <ChartSection id="casualties" title={t('casualties')} charts={dashboard.casualties} drawChart={drawChart} />
        <div className="space-y-12">
          <Section
            id="changes"
            title={t('changes')}
            subtitle={dashboard.changesSince ? t('changesSince', { since: dashboard.changesSince }) : undefined}
          >
            {dashboard.changes.length > 0 ? (
              <ChangeList items={dashboard.changes} />
            ) : (
              <Empty>{t('changesEmpty')}</Empty>
            )}
          </Section>
          <Section id="contested" title={t('contested')} subtitle={t('contestedSubtitle')}>
            {dashboard.contested.length > 0 ? (
              <ContestedList items={dashboard.contested} />
            ) : (
              <Empty>{t('contestedEmpty')}</Empty>
            )}
          </Section>
          {dashboard.notKnown.length > 0 && (
            <Section id="not-known" title={t('notKnown')} subtitle={t('notKnownSubtitle')}>
              <NotKnownList items={dashboard.notKnown} />
            </Section>
          )}
        </div>
      </Pair>
      <Pair>
        <div className="space-y-12">
          <ChartSection
            id="displacement"
            title={t('displacement')}
            charts={dashboard.displacement}
            drawChart={drawChart}
          />
          {dashboard.ombudsman.length > 0 && (
            <Section id="ombudsman" title={t('ombudsman')} subtitle={t('ombudsmanSubtitle')}>
              <div className="space-y-10">{dashboard.ombudsman.map(drawChart)}</div>
            </Section>
          )}
        </div>
        <div className="space-y-12">
          <Section id="notes" title={t('notes')} subtitle={t('notesSubtitle')}>
            {dashboard.notes.length > 0 ? <NoteList items={dashboard.notes} /> : <Empty>{t('notesEmpty')}</Empty>}
          </Section>
          <Section id="documents" title={t('documents')} subtitle={t('documentsSubtitle')}>
            {dashboard.documents.length > 0 ? (
              <DocumentLines documents={dashboard.documents} />
            ) : (
              <Empty>{t('documentsEmpty')}</Empty>
            )}
          </Section>
        </div>
      </Pair>
    </div>
  )
}

function Pair({ children }: { children: ReactNode }) {
  return <div className="grid gap-x-12 gap-y-12 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">{children}</div>
}

function ChartSection({
  id,
  title,
  charts,
  drawChart,
}: {
  id: string
  title: string
  charts: ChartModel[]
  drawChart: (chart: ChartModel) => ReactNode
}) {
  const t = useTranslations('dashboard')
  return (
    <Section id={id} title={title}>
      {charts.length > 0 ? (
        <div className="space-y-10">{charts.map(drawChart)}</div>
      ) : (
        <Empty>{t('chartsEmpty')}</Empty>
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
