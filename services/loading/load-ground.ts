import { newId } from '@/db/new-id'
import { beginLoading, writeCrisis } from '@/db/repositories/write-crisis'
import { hashDocument, type NewDocument, writeDocuments } from '@/db/repositories/write-documents'
import { type NewEvent, writeEvents } from '@/db/repositories/write-events'
import { writeGrade } from '@/db/repositories/write-grades'
import { writePeople } from '@/db/repositories/write-people'
import { type NewPlace, writePlaces } from '@/db/repositories/write-places'
import { type NewSource, writeSources } from '@/db/repositories/write-sources'
import { retrieved } from '@/domain/dataset/build-entries'
import type { Dataset } from '@/domain/dataset/dataset'
import { resolveCrisis } from '@/domain/dataset/resolve-crisis'
import type { Instant } from '@/domain/time/instant'
import { parseWhen, startOfDay } from '@/domain/time/local-time'
import { earliestOf } from '@/domain/time/publication'
import type { Loading } from '@/services/loading/loading'

/** The crisis, its people, places, sources, events and documents. */
export async function loadGround({ tx, dataset, ids, entries, now, author, approver, tell }: Loading): Promise<void> {
  const { timeZone: zone, startDay } = dataset.crisis
  await writePeople(tx, [author, approver])
  const crisis = resolveCrisis(dataset, ids)
  await writeCrisis(tx, crisis)
  tell(approver, {
    action: 'create-crisis',
    subject: `crisis:${crisis.id}`,
    details: { slug: crisis.slug },
    rows: crisis,
  })
  await beginLoading(tx, crisis.id)

  // Names and first grades were never unknown: they hold from before anything was published.
  const published = dataset.documents.map(({ key }) => entries.knownFrom([{ document: key }]))
  const beginning = earliestOf([startOfDay(startDay, zone), ...published]) ?? startOfDay(startDay, zone)
  const by = { crisisId: crisis.id, authorId: author.id, knownFrom: beginning }
  const tellAll = (action: string, rows: unknown[]) =>
    tell(author, { action, subject: `crisis:${crisis.id}`, details: { count: rows.length }, rows })

  const places = dataset.places.map(
    ({ key, parent, ...place }): NewPlace => ({
      ...place,
      key,
      id: ids.of('place', key),
      parent: ids.ofMaybe('place', parent),
    }),
  )
  await writePlaces(tx, places, by)
  tellAll('add-places', places)

  const sources = dataset.sources.map(
    ({ key, name, names, kind, party, parent }): NewSource => ({
      id: ids.of('source', key),
      key,
      names: [{ name, language: 'en' }, ...names],
      kind,
      party,
      parent: ids.ofMaybe('source', parent),
    }),
  )
  await writeSources(tx, sources, by)
  tellAll('add-sources', sources)
  await loadFirstGrades({ tx, dataset, ids, author, approver, tell }, beginning)

  const events = dataset.events.map(
    ({ key, title, place, from, to, parent }): NewEvent => ({
      id: ids.of('event', key),
      key,
      title,
      place: ids.ofMaybe('place', place),
      from: parseWhen(from, zone),
      to: to === null ? null : parseWhen(to, zone),
      parent: ids.ofMaybe('event', parent),
    }),
  )
  await writeEvents(tx, events, crisis.id)
  tellAll('add-events', events)

  const documents = dataset.documents.map((document) => toDocument(document, { ids, zone, entries, now }))
  await writeDocuments(tx, documents, crisis.id)
  tellAll(
    'archive-documents',
    documents.map(({ text, bytes, ...facts }) => ({ ...facts, sha256: hashDocument({ text, bytes }) })),
  )
}

async function loadFirstGrades(
  { tx, dataset, ids, author, approver, tell }: Omit<Loading, 'entries' | 'now'>,
  knownFrom: Instant,
): Promise<void> {
  const grades = dataset.sources
    .filter(({ reliability, reliabilityReason }) => reliability !== 'F' || reliabilityReason !== null)
    .map(({ key, reliability, reliabilityReason }) => ({
      id: newId(),
      sourceId: ids.of('source', key),
      reliability,
      reason: reliabilityReason ?? 'Graded when the source was entered.',
      knownFrom,
    }))
  for (const grade of grades) await writeGrade(tx, grade, { authorId: author.id, approverId: approver.id })
  if (grades.length > 0) {
    tell(approver, {
      action: 'grade-sources',
      subject: `crisis:${ids.crisis}`,
      details: { count: grades.length },
      rows: grades,
    })
  }
}

function toDocument(
  { key, publisher, publishedAt, retrievedAt, text, textFile: _, ...document }: Dataset['documents'][number],
  { ids, zone, entries, now }: Pick<Loading, 'ids' | 'entries' | 'now'> & { zone: string },
): NewDocument {
  const published = publishedAt === null ? null : parseWhen(publishedAt, zone)
  return {
    ...document,
    id: ids.of('document', key),
    key,
    publisher: ids.of('source', publisher),
    publishedAt: published?.end ?? null,
    publishedPrecision: published?.precision ?? null,
    retrievedAt: retrieved(retrievedAt, zone, now),
    text,
    bytes: null,
    mediaType: text === null ? null : 'text/plain',
    knownFrom: entries.knownFrom([{ document: key }]),
  }
}
