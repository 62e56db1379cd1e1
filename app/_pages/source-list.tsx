import { getLocale, getTranslations } from 'next-intl/server'
import { namedIn, sourceOptions } from '@/app/_pages/ground-options'
import { minuteText } from '@/app/_pages/moment-text'
import { Disclosed } from '@/components/account/disclosed'
import { GradeForm } from '@/components/administration/grade-form'
import type { Among } from '@/components/administration/picker-field'
import { SourceForm } from '@/components/administration/source-form'
import { Empty } from '@/components/ui/empty'
import type { AdministeredSource } from '@/domain/crisis/administered'

/** Sources with their grades, each to be changed and graded. `among`: where their parents are searched; `mayChange`: those that may be changed from here. */
export async function SourceList({
  sources,
  among,
  mayChange,
}: {
  sources: readonly AdministeredSource[]
  among: Among
  mayChange: (source: AdministeredSource) => boolean
}) {
  const [t, tKinds, tGrades, locale] = await Promise.all([
    getTranslations('administration'),
    getTranslations('sourceKinds'),
    getTranslations('grades'),
    getLocale(),
  ])
  const options = sourceOptions(sources)
  const nameOf = (id: string | null) => options.find(({ value }) => value === id)?.label ?? null
  if (sources.length === 0) return <Empty>{t('noSources')}</Empty>
  return (
    <ul className="divide-y divide-line border-y border-line">
      {sources.map((source) => {
        const { id, names, kind, party, parent, gradings } = source
        const name = names[0]?.name ?? id
        const held = gradings.filter(({ knownFrom }) => knownFrom !== null)
        const waiting = gradings.filter(({ knownFrom }) => knownFrom === null)
        const grade = held.at(-1)?.reliability ?? 'F'
        return (
          <li key={id} className="py-3">
            <h3 className="font-semibold">{name}</h3>
            <p className="text-sm text-muted">
              {[
                tKinds.has(kind as 'media') ? tKinds(kind as 'media') : kind,
                party && t('ofParty', { party }),
                nameOf(parent) && t('belongsTo', { name: nameOf(parent) ?? '' }),
                source.isShared && t('servesAll'),
                ...names.slice(1).map((one) => `${one.name} (${one.language})`),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <p className="text-sm">
              <strong>{grade}</strong> <span className="text-muted">{tGrades(grade)}</span>
            </p>
            {gradings.length > 0 && (
              <ul className="mt-1 space-y-0.5 text-xs text-muted">
                {[...held, ...waiting].map((one) => (
                  <li key={one.id}>
                    {one.knownFrom === null
                      ? t('gradeWaiting', { grade: one.reliability, author: one.author })
                      : t('gradeSince', {
                          grade: one.reliability,
                          when: minuteText(locale, one.knownFrom),
                          author: one.author,
                        })}
                    {one.reason && `: ${one.reason}`}
                  </li>
                ))}
              </ul>
            )}
            <div className="flex flex-col items-start">
              {mayChange(source) && (
                <Disclosed summary={t('change')} label={t('changeNamed', { name })}>
                  <SourceForm
                    key={source.version}
                    source={source}
                    address={`/sources/${id}`}
                    among={among}
                    parent={namedIn(options, parent)}
                  />
                </Disclosed>
              )}
              {mayChange(source) && (
                <Disclosed summary={t('grade')} label={t('gradeNamed', { name })}>
                  <GradeForm source={id} reliability={grade} />
                </Disclosed>
              )}
            </div>
          </li>
        )
      })}
    </ul>
  )
}
