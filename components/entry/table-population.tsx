'use client'

import { useTranslations } from 'next-intl'
import { useEntryCrisis } from '@/components/entry/entry-context'
import { type Population, populationFacets } from '@/domain/population/population'

interface Props {
  /** Number of the row, from 1. */
  row: number
  population: Population
  onChange: (population: Population) => void
}

const usual = ['status', 'age', 'sex'] as const
const rest = ['role', 'condition', 'disability'] as const

/** Of whom a row of the table tells: the facets that tables state most, and the rest, which is opened where it is needed. */
export function TablePopulation({ row, population, onChange }: Props) {
  const t = useTranslations('entry.population')
  const tTable = useTranslations('entry.table')
  const { groups } = useEntryCrisis()
  const choice = (facet: keyof Population, options: { value: string; label: string }[]) => (
    <select
      key={facet}
      aria-label={tTable('facetOf', { facet: t(`facets.${facet}`), number: row })}
      value={population[facet] ?? ''}
      onChange={({ target }) => onChange({ ...population, [facet]: target.value || null } as Population)}
      className="field !min-h-9 !w-24 !px-1.5 !py-1"
    >
      <option value="">{t(`facets.${facet}`)}</option>
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  )
  const facetChoice = (facet: keyof typeof populationFacets) =>
    choice(
      facet,
      populationFacets[facet].map((value) => ({ value, label: t(value) })),
    )
  const isUnusual = [...rest, 'group' as const].some((facet) => population[facet] !== null)
  return (
    <>
      {usual.map(facetChoice)}
      <details open={isUnusual || undefined} className="shrink-0">
        <summary
          aria-label={tTable('moreOf', { number: row })}
          className="inline-flex min-h-9 items-center px-1 text-sm text-accent hover:underline"
        >
          {t('more')}
        </summary>
        <div className="mt-1 flex max-w-48 flex-wrap gap-1">
          {rest.map(facetChoice)}
          {groups.length > 0 &&
            choice(
              'group',
              groups.map(({ slug, label }) => ({ value: slug, label })),
            )}
        </div>
      </details>
    </>
  )
}
