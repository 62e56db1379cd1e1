import type { Option } from '@/components/administration/labelled'
import type { AdministeredEvent, AdministeredPlace, AdministeredSource } from '@/domain/crisis/administered'
import type { Named } from '@/domain/entry/figure-fields'
import type { LookupItem } from '@/domain/entry/lookup'
import { labelPlace } from '@/domain/place/label-place'

/* What a form chooses from: labels that are told apart, since a person chooses by them. */

const distinct = (options: Option[]): Option[] => {
  const counts = new Map<string, number>()
  for (const { label } of options) counts.set(label, (counts.get(label) ?? 0) + 1)
  return options.map(({ value, label }) => ({
    value,
    label: (counts.get(label) ?? 0) > 1 ? `${label} (…${value.slice(-6)})` : label,
  }))
}

export const sourceOptions = (sources: readonly AdministeredSource[]): Option[] =>
  distinct(sources.map(({ id, names }) => ({ value: id, label: names[0]?.name ?? id })))

export const placeOptions = (places: readonly AdministeredPlace[]): Option[] =>
  distinct(
    places.map(({ id, names, pcode }) => ({
      value: id,
      label: [labelPlace(names, [], 'en') || id, pcode && `[${pcode}]`].filter(Boolean).join(' '),
    })),
  )

export const eventOptions = (events: readonly AdministeredEvent[]): Option[] =>
  distinct(events.map(({ id, title }) => ({ value: id, label: title })))

/** What is chosen already, by what a form calls it. */
export const namedIn = (options: readonly Option[], id: string | null): Named | null =>
  id === null ? null : { id, name: options.find(({ value }) => value === id)?.label ?? id }

/** Sources as a picker finds them, by each of their names. */
export const sourceItems = (sources: readonly AdministeredSource[]): LookupItem[] =>
  sources.map(({ id, names, party }) => ({
    id,
    name: names[0]?.name ?? id,
    detail: party ?? '',
    names: names.map(({ name, language }) => ({ name, language, usedBy: null })),
  }))

/** Every time zone there is, by its IANA name. */
export const timeZones = (): string[] => ['UTC', ...Intl.supportedValuesOf('timeZone')]
