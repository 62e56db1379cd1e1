import { readdirSync, readFileSync } from 'node:fs'
import type { AssignedIds } from '@/domain/dataset/assign-ids'
import { prepareEntries } from '@/domain/dataset/build-entries'
import type { Dataset } from '@/domain/dataset/dataset'
import { mergeDataset } from '@/domain/dataset/merge-dataset'
import { resolveCrisis } from '@/domain/dataset/resolve-crisis'
import type { Figure } from '@/domain/figure/figure'
import { codelist } from '@/domain/indicator/codelist'
import type { LedgerSlice } from '@/domain/ledger/ledger-slice'
import { labelPlace } from '@/domain/place/label-place'
import { endOfDay, parseWhen } from '@/domain/time/local-time'
import type { Locale, Viewpoint } from '@/domain/viewpoint/viewpoint'
import { localizeSlice } from '@/domain/wording/localize'

export const demoCrises = ['nagorno-karabakh-2023', 'exercise-merrowen-valley'] as const
export type DemoCrisis = (typeof demoCrises)[number]

/** Keys stand for themselves. */
const ids: AssignedIds = { crisis: 'demo', of: (_, key) => key, ofMaybe: (_, key) => key }

function readDemo(name: DemoCrisis): Dataset {
  const folder = new URL(`../../scripts/demo/${name}/`, import.meta.url)
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'))
  return mergeDataset(files.sort().map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8'))))
}

/** The end of a day of a demo crisis as the public sees it, in a language: without a database, corrections and withdrawals left out. */
export function makeDemoSlice(name: DemoCrisis, day: string, locale: Locale): LedgerSlice {
  const dataset = readDemo(name)
  const crisis = resolveCrisis(dataset, ids)
  const entries = prepareEntries(dataset, {
    ids,
    newId: () => 'citation',
    indicators: codelist,
    now: '2027-01-01T00:00:00.000Z',
  })
  const end = endOfDay(day, crisis.timeZone)
  const viewpoint: Viewpoint = { asOf: end, knownAt: end, audience: 'public', locale }
  const sources = new Map(
    dataset.sources.map(({ key, name, names }) => [
      key,
      locale === 'en' ? name : (names.find(({ language }) => language === locale)?.name ?? name),
    ]),
  )
  const places = new Map(
    dataset.places.map(({ key, names }) => [key, labelPlace(names, crisis.namingPreference, locale)]),
  )
  const named = <One extends { id: string; name: string }>(one: One, names: ReadonlyMap<string, string>): One => ({
    ...one,
    name: names.get(one.id) ?? one.name,
  })
  const cited = <One extends { citations: Figure['citations'] }>(one: One): One => ({
    ...one,
    citations: one.citations.map((citation) => ({
      ...citation,
      document: { ...citation.document, publisher: named(citation.document.publisher, sources) },
    })),
  })
  const isKnown = ({ knownFrom }: { knownFrom: string | null }) => knownFrom !== null && knownFrom <= end
  const disputes = dataset.disputes
    .map((dispute) => entries.buildDispute(dispute))
    .filter(isKnown)
    .map((dispute) => cited({ ...dispute, by: named(dispute.by, sources) }))
  const figures = dataset.statements
    .flatMap((statement) => statement.figures.map((figure) => entries.buildFigure(figure, statement)))
    .filter((figure) => isKnown(figure) && figure.sensitivity === 'public' && (figure.asOf?.end ?? '') <= end)
    .map((figure) =>
      cited({
        ...figure,
        claimant: named(figure.claimant, sources),
        places: figure.places.map((place) => named(place, places)),
        disputes: disputes.filter((dispute) => dispute.figure === figure.id),
      }),
    )
  const notes = dataset.notes
    .filter(({ sensitivity }) => sensitivity === 'public')
    .map((note) => entries.buildNote(note))
    .filter(isKnown)
    .map((note) =>
      cited({
        ...note,
        saidBy: named(note.saidBy, sources),
        places: note.places.map((place) => named(place, places)),
      }),
    )
  const covered = new Set(figures.flatMap(({ events }) => events.map(({ id }) => id)))
  const withParents = dataset.events.filter(
    ({ key }) => covered.has(key) || dataset.events.some((one) => one.parent === key && covered.has(one.key)),
  )
  return localizeSlice({
    crisis,
    viewpoint,
    indicators: codelist,
    figures,
    resolutions: [],
    independences: [],
    notes,
    documents: [],
    events: withParents.map(({ key, title, from, to, parent }) => ({
      id: key,
      title,
      from: parseWhen(from, crisis.timeZone).start,
      to: to === null ? null : parseWhen(to, crisis.timeZone).end,
      parent,
    })),
    hashes: {},
    thinned: false,
    closed: [],
  })
}
