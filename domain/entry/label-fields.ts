import { type FigureFields, quantityOf } from '@/domain/entry/figure-fields'
import type { Indicator } from '@/domain/indicator/indicator'
import type { Population } from '@/domain/population/population'
import type { Quantity } from '@/domain/quantity/quantity'

const before: Record<Quantity['qualifier'], string> = {
  exact: '',
  'at-least': 'at least ',
  'more-than': 'more than ',
  'at-most': 'at most ',
  'fewer-than': 'fewer than ',
  about: 'about ',
  between: '',
  unquantified: '',
}

/** A quantity on a list of the desk: "at least 2". */
export function labelQuantity({ low, high, qualifier, words }: Quantity): string {
  const written = (end: number | null) => (end ?? 0).toLocaleString('en')
  if (qualifier === 'unquantified') return `“${words}”`
  return qualifier === 'between' ? `${written(low)}–${written(high)}` : `${before[qualifier]}${written(low ?? high)}`
}

/** What was counted, on a list of the desk: "Killed, civilian, child". */
export function labelCounted(
  indicator: string,
  population: Population,
  { codelist, groups }: { codelist: readonly Indicator[]; groups: readonly { slug: string; label: string }[] },
): string {
  const { status, age, sex, role, condition, disability, group } = population
  const name = codelist.find(({ key }) => key === indicator)?.labels.en ?? indicator
  const label = groups.find(({ slug }) => slug === group)?.label
  const facets = [status, age, sex, role, condition, disability].map((facet) => facet?.replaceAll('-', ' '))
  return [name, ...facets, label].filter(Boolean).join(', ')
}

/** The number of a form, as far as it can be read. */
export function labelNumber(fields: FigureFields): string {
  const quantity = quantityOf(fields)
  return quantity ? labelQuantity(quantity) : fields.number
}
