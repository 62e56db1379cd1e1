import { getTranslations } from 'next-intl/server'
import type { AskedCrisis } from '@/app/_server/loaders'
import { type PageSearchParams, readSearchParams } from '@/app/_server/read-search-params'
import type { FilterView } from '@/components/forms/filter-bar'
import { makeFilterView } from '@/components/forms/filter-view'
import { populationFacets } from '@/domain/population/population'
import { makeWording } from '@/domain/wording/wording'

/** The filter bar of a page at `action`, from what its address asked. `keep`: parameters of the page itself. */
export async function filterOf(
  asked: AskedCrisis,
  searchParams: PageSearchParams,
  action: string,
  keep: string[] = [],
): Promise<FilterView> {
  const t = await getTranslations('filter')
  const { crisis, options } = asked
  const wording = makeWording(asked.viewpoint.locale, crisis, options.codelist)
  const used = new Set(options.indicators)
  return makeFilterView({
    action,
    query: readSearchParams(searchParams),
    parsed: asked,
    wording,
    keep,
    names: {
      indicators: options.codelist
        .filter(({ key }) => used.has(key))
        .map(({ key, labels }) => ({ value: key, label: labels.en })),
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
      role: t('role'),
      group: t('group'),
      place: t('place'),
      claimant: t('claimant'),
      event: t('event'),
      from: t('from'),
      to: t('to'),
      facets: {
        civilian: t('civilian'),
        combatant: t('combatant'),
        child: t('child'),
        adult: t('adult'),
        older: t('older'),
        ...Object.fromEntries(populationFacets.role.map((role) => [role, t(`roles.${role}`)])),
      },
    },
  })
}
