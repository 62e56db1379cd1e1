import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { forRoles } from '@/app/_pages/for-roles'
import { orStandIn } from '@/app/_pages/or-stand-in'
import { Disclosed } from '@/components/account/disclosed'
import { IndicatorForm } from '@/components/administration/indicator-form'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { groupBy } from '@/domain/collection/group-by'
import { readCodelistRows } from '@/services/change-codelist'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('administration')
  return { title: t('codelist') }
}

/** The codelist of all crises: what is counted, and how. */
export default function CodelistPage() {
  return forRoles(['administrator'], null, async ({ ctx }) => {
    const [t, tGroups, tUnits, tMeasures] = await Promise.all([
      getTranslations('administration'),
      getTranslations('administration.indicatorGroups'),
      getTranslations('administration.units'),
      getTranslations('administration.measures'),
    ])
    const rows = await orStandIn('/admin/codelist', () => readCodelistRows({ ctx }))
    return (
      <>
        <PageHeading title={t('codelist')} subtitle={t('codelistHint')} />
        <div className="grid items-start gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <div className="space-y-12">
            {[...groupBy(rows, ({ group }) => group)].map(([group, own]) => (
              <Section key={group} title={tGroups(group)}>
                <ul className="divide-y divide-line border-y border-line">
                  {own.map((row) => (
                    <li key={row.key} className="py-3">
                      <h3 className="font-semibold">
                        {row.labels.en} <span className="font-normal text-muted">· {row.key}</span>
                      </h3>
                      <p className="text-sm">{row.definition}</p>
                      <p className="text-xs text-muted">
                        {[
                          tUnits(row.unit),
                          tMeasures(row.measure),
                          t('windowIs', { hours: row.windowHours }),
                          t('staleAfter', { hours: row.staleHours }),
                          row.isUsed && t('inUse'),
                        ]
                          .filter(Boolean)
                          .join(' · ')}
                      </p>
                      <Disclosed summary={t('change')} label={t('changeNamed', { name: row.labels.en })}>
                        <IndicatorForm key={row.version} indicator={row} />
                      </Disclosed>
                    </li>
                  ))}
                </ul>
              </Section>
            ))}
          </div>
          <Section title={t('newIndicator')} subtitle={t('newIndicatorHint')}>
            <IndicatorForm indicator={null} />
          </Section>
        </div>
      </>
    )
  })
}
