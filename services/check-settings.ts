import type { Queryable } from '@/db/client'
import { hasFigures, readGroupsInUse, readServing } from '@/db/repositories/change-ground'
import { loadLogo } from '@/db/repositories/logos'
import { loadIndicators } from '@/db/repositories/read-crises'
import type { Crisis, ScopeSelector } from '@/domain/crisis/crisis'
import type { SettingsChange } from '@/domain/crisis/crisis-settings'
import { type FieldError, ServiceError } from '@/services/errors'

/**
 * Refuses settings that name what does not serve the crisis, or that would change what its figures mean. `crisis.id` null: one that is being
 * created.
 * @throws ServiceError `invalid` that names every field
 */
export async function checkSettings(
  db: Queryable,
  crisis: Pick<Crisis, 'timeZone' | 'groups' | 'startDay' | 'endDay'> & { id: string | null },
  settings: SettingsChange,
): Promise<void> {
  const named = [...namedSources(settings), ...namedInScopes(settings)]
  const wanted = (noun: Named['noun']) => named.filter((one) => one.noun === noun).map(({ id }) => id)
  const [sources, places, events, indicators] = await Promise.all([
    readServing(db, 'source', crisis.id, wanted('source')),
    readServing(db, 'place', crisis.id, wanted('place')),
    readServing(db, 'event', crisis.id, wanted('event')),
    loadIndicators(db),
  ])
  const groups = settings.groups ?? crisis.groups
  const known = {
    source: sources,
    place: places,
    event: events,
    indicator: new Set(indicators.map(({ key }) => key)),
    group: new Set(groups.map(({ slug }) => slug)),
  }
  const errors = named
    .filter(({ noun, id }) => !known[noun].has(id))
    .map(({ noun, pointer }) => ({ pointer, message: `This crisis has no such ${noun}.` }))
  errors.push(...(await findLostLogo(db, crisis.id, settings)))
  errors.push(...(crisis.id === null ? [] : await findChangedMeaning(db, { ...crisis, id: crisis.id }, settings)))
  const { startDay, endDay } = { ...crisis, ...settings }
  if (endDay !== null && endDay < startDay) {
    errors.push({ pointer: '/endDay', message: 'Choose a day that is not before the first one.' })
  }
  if (errors.length > 0) throw new ServiceError('invalid', 'Some settings cannot be used.', errors)
}

/** A logo is uploaded first, and then named. */
async function findLostLogo(db: Queryable, crisisId: string | null, { report }: SettingsChange): Promise<FieldError[]> {
  const isKept = !report?.logo || (crisisId !== null && (await loadLogo(db, crisisId, report.logo)) !== null)
  return isKept ? [] : [{ pointer: '/report/logo', message: 'This crisis has no such logo: upload it first.' }]
}

interface Named {
  noun: 'source' | 'place' | 'event' | 'indicator' | 'group'
  id: string
  pointer: string
}

function namedSources({ policy, ombudsman, claimantOrder = [] }: SettingsChange): Named[] {
  const source = (id: string, pointer: string): Named => ({ noun: 'source', id, pointer })
  return [
    ...(policy?.preferredSources ?? []).map((id, index) => source(id, `/policy/preferredSources/${index}`)),
    ...claimantOrder.map((id, index) => source(id, `/claimantOrder/${index}`)),
    ...(ombudsman ? [source(ombudsman, '/ombudsman')] : []),
  ]
}

function namedInScopes({ keyFigures = [], charts = [] }: SettingsChange): Named[] {
  return [
    ...keyFigures.flatMap(({ scope, parts }, index) => [
      ...namedInScope(scope, `/keyFigures/${index}/scope`),
      ...parts.flatMap((part, at) => namedInScope(part.scope, `/keyFigures/${index}/parts/${at}/scope`)),
    ]),
    ...charts.flatMap(({ lines }, index) =>
      lines.flatMap((line, at) => namedInScope(line.scope, `/charts/${index}/lines/${at}/scope`)),
    ),
  ]
}

function namedInScope({ indicator, places, events, population }: ScopeSelector, pointer: string): Named[] {
  return [
    { noun: 'indicator', id: indicator, pointer: `${pointer}/indicator` },
    ...places.map(({ id }, index): Named => ({ noun: 'place', id, pointer: `${pointer}/places/${index}` })),
    ...events.map((id, index): Named => ({ noun: 'event', id, pointer: `${pointer}/events/${index}` })),
    ...(population.group === null
      ? []
      : [{ noun: 'group', id: population.group, pointer: `${pointer}/population/group` } as const]),
  ]
}

/** Days were read in the zone, and groups name people: neither changes under figures that are there. */
async function findChangedMeaning(
  db: Queryable,
  crisis: { id: string; timeZone: string },
  { timeZone, groups }: SettingsChange,
): Promise<FieldError[]> {
  const errors: FieldError[] = []
  if (timeZone !== undefined && timeZone !== crisis.timeZone && (await hasFigures(db, crisis.id))) {
    const message = `The days of the figures entered so far are days in ${crisis.timeZone}: the zone stays.`
    errors.push({ pointer: '/timeZone', message })
  }
  if (groups) {
    const kept = groups.map(({ slug }) => slug)
    const lost = (await readGroupsInUse(db, crisis.id)).filter((slug) => !kept.includes(slug))
    if (lost.length > 0) errors.push({ pointer: '/groups', message: `Figures speak of ${lost.join(', ')}: keep it.` })
  }
  return errors
}
