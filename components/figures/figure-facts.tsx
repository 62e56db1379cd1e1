import { useTranslations } from 'next-intl'
import { FactList } from '@/components/figures/fact-list'
import type { Figure } from '@/domain/figure/figure'
import { populationFacets } from '@/domain/population/population'
import { asOfText, groupLabel, quantityText, type Wording } from '@/domain/wording/wording'

/** How a figure was coded, as named facts in words. */
export function FigureFacts({ figure, wording }: { figure: Figure; wording: Wording }) {
  return <FactList facts={useFigureFacts(figure, wording)} />
}

/** The same as a list; what a figure does not have is null or empty. */
export function useFigureFacts(figure: Figure, wording: Wording): { name: string; value: string | null }[] {
  const t = useTranslations()
  const { asOf, population, basis, claimant, statement } = figure
  const { words: said } = wording
  const facets = Object.keys(populationFacets) as (keyof typeof populationFacets)[]
  const group = groupLabel(wording, population)
  const isStated = group !== null || facets.some((facet) => population[facet] !== null)
  const people = isStated && said.counted({ population, unit: figure.unit, indicator: null, label: '', group }, null)
  const words = figure.populationWords ? t('figure.publishedWord', { words: figure.populationWords }) : null
  const places = figure.places.map(({ role, name }) => t(`figure.roles.${role}`, { name })).join(said.semicolon)
  const span = [basis.start, basis.end].map((at) => (at ? wording.format.instant(at) : null))
  const labels = wording.indicators.get(figure.indicator)?.labels
  return [
    { name: t('figure.words'), value: figure.quantity.words || quantityText(wording, figure.quantity) },
    { name: t('figure.indicator'), value: labels?.[wording.language] ?? labels?.en ?? figure.indicator },
    {
      name: t('figure.population'),
      value: [people || t('figure.notStated'), words].filter(Boolean).join(said.semicolon),
    },
    { name: t('figure.places'), value: places || t('figure.notStated') },
    {
      name: t('figure.events'),
      value: figure.events.map(({ title }) => title).join(said.semicolon) || t('figure.noEvent'),
    },
    {
      name: t('figure.basis'),
      value: [
        t(`figures.basisKinds.${basis.kind}`),
        span[0] && t('figure.since', { when: span[0] }),
        span[1] && t('figure.until', { when: span[1] }),
        basis.assumed && t('figure.assumed'),
      ]
        .filter(Boolean)
        .join(said.comma),
    },
    { name: t('figure.nature'), value: t(`figures.natures.${figure.nature}`) },
    { name: t('figure.unit'), value: t(`methodology.codelist.units.${figure.unit}`) },
    {
      name: t('figure.asOf'),
      value: asOf
        ? [asOfText(wording, asOf), asOf.stated ? t('figure.stated') : t('figure.taken'), asOf.note]
            .filter(Boolean)
            .join(said.semicolon)
        : t('figures.undated'),
    },
    {
      name: t('figure.coverage'),
      value:
        [figure.coverage, figure.derived && wording.words.derived(figure.derived.arithmetic)]
          .filter(Boolean)
          .join(said.semicolon) || null,
    },
    { name: t('figure.claimant'), value: claimant.name },
    { name: t('figure.speaker'), value: statement.speaker },
    { name: t('figure.occasion'), value: statement.occasion },
    { name: t('figure.party'), value: claimant.party },
    {
      name: t('figure.grade'),
      value: `${claimant.reliability}${figure.credibility}: ${t(`grades.${claimant.reliability}`)}; ${t(`credibility.${figure.credibility}`)}`,
    },
    {
      name: t('figure.officeCheck'),
      value: figure.officeCheck
        ? `${figure.officeCheck.method}, ${figure.officeCheck.by}, ${wording.format.instant(figure.officeCheck.at)}`
        : t('figure.noCheck'),
    },
  ]
}
