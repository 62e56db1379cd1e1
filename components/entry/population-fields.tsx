'use client'

import { useTranslations } from 'next-intl'
import { ToggleChips } from '@/components/entry/chips'
import { useEntryCrisis } from '@/components/entry/entry-context'
import { type Population, populationFacets } from '@/domain/population/population'

type Facet = keyof typeof populationFacets
const facets = Object.keys(populationFacets) as Facet[]

/** The facets that most figures state, each a chip; the rest is a list further down. */
const usual = [
  ['status', 'civilian'],
  ['status', 'combatant'],
  ['age', 'child'],
  ['sex', 'female'],
  ['sex', 'male'],
  ['role', 'soldier'],
  ['role', 'police'],
] as const

interface Props {
  population: Population
  words: string
  onChange: (population: Population, words: string) => void
}

export function PopulationFields({ population, words, onChange }: Props) {
  const t = useTranslations('entry.population')
  const { groups } = useEntryCrisis()
  const chosen = usual.flatMap(([facet, value]) => (population[facet] === value ? [`${facet} ${value}`] : []))
  const toggle = (key: string) => {
    const [facet = '', value = ''] = key.split(' ')
    const next = { ...population, [facet]: population[facet as Facet] === value ? null : value }
    onChange(next as Population, words)
  }
  const isUnusual = facets.some((facet) => {
    const value = population[facet]
    return value !== null && !usual.some(([own, usually]) => own === facet && usually === value)
  })
  return (
    <div className="space-y-2">
      <ToggleChips
        label={t('people')}
        options={usual.map(([facet, value]) => ({ value: `${facet} ${value}`, label: t(value) }))}
        chosen={chosen}
        onToggle={toggle}
      />
      <details open={isUnusual || population.group !== null || words !== '' || undefined}>
        <summary className="inline-flex min-h-9 items-center text-sm text-accent hover:underline">{t('more')}</summary>
        <div className="mt-1 grid gap-2 sm:grid-cols-2">
          {facets.map((facet) => (
            <Choice
              key={facet}
              label={t(`facets.${facet}`)}
              none={t('notStated')}
              value={population[facet]}
              options={populationFacets[facet].map((value) => ({ value, label: t(value) }))}
              onChange={(value) => onChange({ ...population, [facet]: value } as Population, words)}
            />
          ))}
          {groups.length > 0 && (
            <Choice
              label={t('facets.group')}
              none={t('notStated')}
              value={population.group}
              options={groups.map(({ slug, label }) => ({ value: slug, label }))}
              onChange={(group) => onChange({ ...population, group }, words)}
            />
          )}
          <label className="text-xs text-muted">
            {t('words')}
            <input
              type="text"
              maxLength={300}
              value={words}
              onChange={({ target }) => onChange(population, target.value)}
              className="field mt-0.5"
            />
          </label>
        </div>
      </details>
    </div>
  )
}

function Choice({
  label,
  none,
  value,
  options,
  onChange,
}: {
  label: string
  none: string
  value: string | null
  options: { value: string; label: string }[]
  onChange: (value: string | null) => void
}) {
  return (
    <label className="text-xs text-muted">
      {label}
      <select value={value ?? ''} onChange={({ target }) => onChange(target.value || null)} className="field mt-0.5">
        <option value="">{none}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}
