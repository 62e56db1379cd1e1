import type { FilterChoice, FilterOption, FilterView } from '@/components/forms/filter-bar'
import { addressWith } from '@/components/forms/query-address'
import { basisKinds } from '@/domain/figure/figure'
import { populationFacets } from '@/domain/population/population'
import { addDays, closingDayOf } from '@/domain/time/local-time'
import type { ParsedQuery, QueryValues } from '@/domain/viewpoint/parse-viewpoint'
import { momentText, type Wording } from '@/domain/wording/wording'

/** What may be chosen in one crisis, with names: from its ledger. */
export interface FilterNames {
  indicators: FilterOption[]
  places: FilterOption[]
  claimants: FilterOption[]
  events: FilterOption[]
}

/** The screen's words for the filter's fields and facets. */
export interface FilterLabels {
  asOfNow: string
  /** "As it stood on 31 Oct 2023", for a crisis that is over. */
  lastDay: (day: string) => string
  indicator: string
  status: string
  age: string
  sex: string
  role: string
  group: string
  place: string
  claimant: string
  event: string
  basis: string
  from: string
  to: string
  facets: Record<string, string>
}

/** Composes the filter bar of a page from its address and the crisis's vocabulary. `keep`: parameters of the page that are no filter. */
export function makeFilterView({
  action,
  query,
  parsed,
  names,
  wording,
  labels,
  keep = [],
}: {
  action: string
  query: QueryValues
  parsed: ParsedQuery
  names: FilterNames
  wording: Wording
  labels: FilterLabels
  keep?: string[]
}): FilterView {
  const { crisis } = wording
  const dayOfEnd = (instant: string | null, isSet: boolean) =>
    instant && isSet ? closingDayOf(instant, crisis.timeZone) : ''
  const facet = (name: 'status' | 'age' | 'sex' | 'role') =>
    populationFacets[name].map((value) => ({ value, label: labels.facets[value] ?? value }))
  const choices: FilterChoice[] = [
    { name: 'indicator', label: labels.indicator, options: names.indicators },
    { name: 'status', label: labels.status, options: facet('status') },
    { name: 'age', label: labels.age, options: facet('age') },
    { name: 'sex', label: labels.sex, options: facet('sex') },
    { name: 'role', label: labels.role, options: facet('role') },
    { name: 'group', label: labels.group, options: crisis.groups.map(({ slug, label }) => ({ value: slug, label })) },
    { name: 'place', label: labels.place, options: names.places },
    { name: 'event', label: labels.event, options: names.events },
    { name: 'claimant', label: labels.claimant, options: names.claimants },
    {
      name: 'basis',
      label: labels.basis,
      options: basisKinds.map((value) => ({ value, label: labels.facets[value] ?? value })),
    },
  ]
    .filter(({ options }) => options.length > 0)
    .map((choice) => ({ ...choice, value: parsed.filter[choice.name as 'indicator'][0] ?? '' }))

  const days = {
    asOf: dayOfEnd(parsed.viewpoint.asOf, !parsed.defaulted.asOf),
    knownAt: dayOfEnd(parsed.viewpoint.knownAt, !parsed.defaulted.knownAt),
    from: query.from?.[0]?.slice(0, 10) ?? '',
    to: query.to?.[0]?.slice(0, 10) ?? '',
  }
  return {
    action,
    asOfText: parsed.defaulted.asOf ? labels.asOfNow : momentText(wording, parsed.viewpoint.asOf),
    knownAtText: parsed.defaulted.knownAt ? labels.asOfNow : momentText(wording, parsed.viewpoint.knownAt),
    days: { ...days, from: parsed.filter.from ? days.from : '', to: parsed.filter.to ? days.to : '' },
    choices,
    chips: [
      ...chipsOfChoices(action, query, parsed, choices),
      ...chipsOfPeriod(action, query, parsed, labels, wording),
    ],
    ...daySteps(action, query, parsed, wording, labels),
    kept: keep.flatMap((name) => (query[name] ?? []).map((value) => ({ name, value }))),
    problems: parsed.problems,
  }
}

function chipsOfChoices(action: string, query: QueryValues, { filter }: ParsedQuery, choices: FilterChoice[]) {
  return choices.flatMap(({ name, label, options }) => {
    const values = filter[name as 'indicator']
    return values.map((value) => ({
      label: `${label}: ${options.find((option) => option.value === value)?.label ?? value}`,
      href: addressWith(action, query, { [name]: values.filter((other) => other !== value), page: null }),
    }))
  })
}

function chipsOfPeriod(
  action: string,
  query: QueryValues,
  { filter }: ParsedQuery,
  labels: FilterLabels,
  { format }: Wording,
) {
  return (['from', 'to'] as const).flatMap((name) => {
    const day = query[name]?.[0]?.slice(0, 10)
    if (!day || !filter[name]) return []
    return [
      {
        label: `${labels[name]} ${format.fullDay(day)}`,
        href: addressWith(action, query, { [name]: null, page: null }),
      },
    ]
  })
}

/**
 * One day back and forth: the world at the end of that day, as it was known then. From "now" of a crisis that is over, the step back leads to
 * its last day.
 */
function daySteps(
  action: string,
  query: QueryValues,
  { viewpoint, defaulted }: ParsedQuery,
  { crisis, format }: Wording,
  labels: FilterLabels,
) {
  const today = closingDayOf(viewpoint.asOf, crisis.timeZone)
  const isPastTheEnd = crisis.endDay !== null && today > crisis.endDay
  const step = (day: string) => ({
    label: format.fullDay(day),
    href: addressWith(action, query, { asOf: day, knownAt: day, page: null }),
  })
  const before = isPastTheEnd && crisis.endDay ? crisis.endDay : addDays(today, -1)
  const isLast = defaulted.asOf || (crisis.endDay !== null && today >= crisis.endDay)
  const previousDay = step(before)
  return {
    previousDay:
      before < crisis.startDay
        ? null
        : isPastTheEnd
          ? { ...previousDay, label: labels.lastDay(previousDay.label) }
          : previousDay,
    nextDay: isLast ? null : step(addDays(today, 1)),
  }
}
