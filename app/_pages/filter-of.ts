import { getTranslations } from 'next-intl/server'
import type { AskedCrisis } from '@/app/_server/loaders'
import type { FilterView } from '@/components/forms/filter-bar'
import { makeFilterView } from '@/components/forms/filter-view'
import { basisKinds } from '@/domain/figure/figure'
import { populationFacets } from '@/domain/population/population'
import type { QueryValues } from '@/domain/viewpoint/parse-viewpoint'
import { makeWording } from '@/domain/wording/wording'

/** The filter bar of a page at `action`, from what its address could ask (`possibleQuery`). `keep`: parameters of the page itself. */
export async function filterOf(
  asked: AskedCrisis,
  query: QueryValues,
  action: string,
  keep: string[] = [],
): Promise<FilterView> {
  const [t, tFigures] = await Promise.all([getTranslations('filter'), getTranslations('figures.basisKinds')])
  const { crisis, options } = asked
  const wording = makeWording(asked.viewpoint.locale, crisis, options.codelist, asked.viewpoint.asOf)
  const used = new Set(options.indicators)
  return makeFilterView({
    action,
    query,
    parsed: asked,
    wording,
    keep,
    names: {
      indicators: options.codelist
        .filter(({ key }) => used.has(key))
        .map(({ key, labels }) => ({ value: key, label: labels[asked.viewpoint.locale] ?? labels.en })),
      places: options.places.map(({ id, name }) => ({ value: id, label: name })),
      claimants: options.claimants.map(({ id, name }) => ({ value: id, label: name })),
      events: options.events.map(({ id, title }) => ({ value: id, label: title })),
    },
    labels: {
      asOfNow: t('latest'),
      lastDay: (day) => t('lastDay', { day }),
      indicator: t('indicator'),
      status: t('status'),
      age: t('age'),
      sex: t('sex'),
      role: t('role'),
      group: t('group'),
      place: t('place'),
      claimant: t('claimant'),
      event: t('event'),
      basis: t('basis'),
      from: t('from'),
      to: t('to'),
      facets: {
        civilian: t('civilian'),
        combatant: t('combatant'),
        child: t('child'),
        adult: t('adult'),
        older: t('older'),
        female: t('female'),
        male: t('male'),
        ...Object.fromEntries(basisKinds.map((kind) => [kind, tFigures(kind)])),
        ...Object.fromEntries(populationFacets.role.map((role) => [role, t(`roles.${role}`)])),
      },
    },
  })
}
