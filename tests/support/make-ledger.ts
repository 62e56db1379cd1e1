import { sql } from 'drizzle-orm'
import { type OpenDatabase, openDatabase, type Transaction } from '@/db/client'
import { citations } from '@/db/schema/citations'
import { crises } from '@/db/schema/crises'
import { disputes, disputeVersions } from '@/db/schema/disputes'
import { documents } from '@/db/schema/documents'
import { figures, figureVersions } from '@/db/schema/figures'
import { notes, noteVersions } from '@/db/schema/notes'
import { people } from '@/db/schema/people'
import { placeNames, places } from '@/db/schema/places'
import { scopeClaimants, scopes } from '@/db/schema/scopes'
import { sourceNames, sources } from '@/db/schema/sources'
import { statements } from '@/db/schema/statements'
import type { Dispute, Figure } from '@/domain/figure/figure'
import { type Scope, scopeKey } from '@/domain/figure/scope'
import { everyone, type Population } from '@/domain/population/population'
import type { Quantity } from '@/domain/quantity/quantity'
import type { Instant } from '@/domain/time/instant'
import type { Audience } from '@/domain/viewpoint/viewpoint'
import type { Context } from '@/services/context'
import { asOf, exact, zone } from '@/tests/support/make-figure'

const began = '2023-09-01T00:00:00.000Z'

/** What a figure of a test is about; the rest is filled in. */
export interface TestFigure {
  id: string
  claimant?: string
  statement?: string
  indicator?: string
  population?: Partial<Population>
  place?: string
  quantity?: Quantity
  /** `2023-09-19T16:00`, `2023-09-19`, or null for undated. */
  asOf?: string | null
  knownFrom?: Instant
  sensitivity?: Audience
  embargoUntil?: Instant
  nature?: Figure['nature']
  coverage?: string
  document?: string
  partOf?: string
}

/** A crisis in a real database that tests write figures into at any instant they like, as loading a reconstruction may. */
export interface TestLedger {
  open: OpenDatabase
  ctx: (audience?: Audience) => Context
  crisisId: string
  slug: string
  addFigures: (...figures: TestFigure[]) => Promise<void>
  /** Closes the open version at an instant; with a quantity, the version that says it takes its place. */
  close: (figure: string, at: Instant, reason: string, quantity?: Quantity) => Promise<void>
  addDispute: (dispute: {
    id: string
    figure: string
    by: string
    aspect: Dispute['aspect']
    knownFrom: Instant
  }) => Promise<void>
  addNote: (note: { id: string; sensitivity: Audience }) => Promise<void>
  addDocument: (document: { id: string; text?: string; sensitivity?: Audience; fullText?: Audience }) => Promise<void>
}

/** Opens the database and writes a crisis without figures into it. `slug` is also its id. */
export async function makeLedger(url: string, slug = 'test-crisis'): Promise<TestLedger> {
  const open = openDatabase(url, { connections: 4 })
  const load = <Result>(work: (tx: Transaction) => Promise<Result>) =>
    open.db.transaction(async (tx) => {
      await tx.execute(sql`select set_config('attest.loading', ${slug}, true)`)
      return await work(tx)
    })
  await load(async (tx) => {
    await tx
      .insert(people)
      .values([
        { id: 'author', name: 'Author', createdAt: began },
        { id: 'approver', name: 'Approver', createdAt: began },
      ])
      .onConflictDoNothing()
    await tx.insert(crises).values(crisisRow(slug))
    for (const [id, name] of Object.entries(placeNamesOf)) await addPlace(tx, slug, id, name)
  })
  const addDocument: TestLedger['addDocument'] = (document) =>
    load((tx) => writeDocument(tx, slug, { sensitivity: 'public', fullText: 'internal', ...document }))
  return {
    open,
    crisisId: slug,
    slug,
    ctx: (audience = 'public') => ({
      db: open.db,
      actor: null,
      audience,
      locale: 'en',
      now: () => new Date('2023-12-01T00:00:00.000Z'),
    }),
    addDocument,
    addNote: (note) => load((tx) => writeNote(tx, slug, note)),
    addFigures: (...added) =>
      load(async (tx) => {
        for (const figure of added) await writeFigure(tx, slug, figure)
      }),
    close: (figure, at, reason, quantity) => load((tx) => closeVersion(tx, slug, { figure, at, reason, quantity })),
    addDispute: (dispute) => load((tx) => writeDispute(tx, slug, dispute)),
  }
}

const placeNamesOf = { stepanakert: 'Stepanakert', martuni: 'Martuni' }

const crisisRow = (slug: string): typeof crises.$inferInsert => ({
  id: slug,
  slug,
  title: `Crisis ${slug}`,
  subtitle: '',
  timeZone: zone,
  startDay: '2023-09-01',
  languages: ['en'],
  cutOff: '24:00',
  policy: { rules: ['resolved', 'range'], preferredSources: [] },
  namingPreference: ['armenian'],
  disclaimer: '',
  publisher: 'Test office',
  contact: '',
  reconstruction: true,
  exercise: true,
  fourEyes: true,
  groups: [{ slug: 'residents', label: 'Residents' }],
  keyFigures: [
    { key: 'killed', label: 'Killed', scope: { ...scopeOfTest({ id: '' }), places: [], events: [] }, parts: [] },
  ],
  charts: [],
  claimantOrder: [],
})

function scopeOfTest({ indicator = 'killed', population = {}, place }: TestFigure): Scope {
  return {
    indicator,
    population: { ...everyone, ...population },
    places: place ? [{ role: 'at', id: place, name: place }] : [],
    events: [],
    basis: 'running-total',
    unit: 'persons',
  }
}

async function addPlace(tx: Transaction, crisisId: string, id: string, name: string) {
  const inserted = await tx
    .insert(places)
    .values({ id, crisisId, key: id, level: 'settlement' })
    .onConflictDoNothing()
    .returning()
  if (inserted.length === 0) return
  await tx.insert(placeNames).values({
    id: `${id}-name`,
    crisisId,
    placeId: id,
    position: 0,
    name,
    language: 'en',
    usedBy: 'armenian',
    authorId: 'author',
    approverId: 'approver',
    knownFrom: began,
  })
}

async function addSource(tx: Transaction, crisisId: string, id: string) {
  const inserted = await tx
    .insert(sources)
    .values({ id, crisisId, key: id, kind: 'media' })
    .onConflictDoNothing()
    .returning()
  if (inserted.length === 0) return
  await tx.insert(sourceNames).values({
    id: `${id}-name`,
    crisisId,
    sourceId: id,
    position: 0,
    name: `Office of ${id}`,
    language: 'en',
    authorId: 'author',
    approverId: 'approver',
    knownFrom: began,
  })
}

async function writeDocument(
  tx: Transaction,
  crisisId: string,
  { id, ...rest }: { id: string; text?: string; sensitivity: Audience; fullText: Audience },
) {
  await addSource(tx, crisisId, 'paper')
  await tx
    .insert(documents)
    .values({
      id,
      crisisId,
      key: id,
      publisherId: 'paper',
      title: `Document ${id}`,
      url: `https://example.org/${id}`,
      publishedAt: '2023-09-19T12:00:00.000Z',
      publishedPrecision: 'minute',
      language: 'en',
      retrievedAt: '2023-09-19T12:00:00.000Z',
      sha256: 'a'.repeat(64),
      knownFrom: began,
      ...rest,
    })
    .onConflictDoNothing()
}

async function writeFigure(tx: Transaction, crisisId: string, figure: TestFigure) {
  const { id, claimant = 'ombudsman', statement = `statement-${id}`, document = `document-${id}` } = figure
  await addSource(tx, crisisId, claimant)
  await writeDocument(tx, crisisId, { id: document, sensitivity: 'public', fullText: 'internal' })
  const scope = scopeOfTest(figure)
  const key = scopeKey(scope)
  const scopeId = `${crisisId}:${key}`
  const { places: at, events, ...parts } = scope
  await tx
    .insert(scopes)
    .values({
      id: scopeId,
      crisisId,
      key,
      ...parts,
      places: at.map(({ role, id }) => ({ role, id })),
      events: events.map(({ id }) => id),
    })
    .onConflictDoNothing()
  await tx.insert(scopeClaimants).values({ scopeId, claimantId: claimant }).onConflictDoNothing()
  await tx
    .insert(statements)
    .values({ id: statement, crisisId, key: statement, claimantId: claimant })
    .onConflictDoNothing()
  await tx.insert(figures).values({ id, crisisId, key: id, statementId: statement, claimantId: claimant })
  await cite(tx, crisisId, { figureId: id }, 1, document)
  const when = figure.asOf === null ? null : asOf(figure.asOf ?? '2023-09-19T16:00')
  await tx.insert(figureVersions).values({
    ...quantityColumns(figure.quantity ?? exact(2)),
    figureId: id,
    version: 1,
    crisisId,
    scopeId,
    claimantId: claimant,
    basisAssumed: false,
    nature: figure.nature ?? 'count',
    asOfStart: when?.start,
    asOfEnd: when?.end,
    asOfPrecision: when?.precision,
    asOfStated: when?.stated,
    coverage: figure.coverage,
    partOf: figure.partOf,
    credibility: '6',
    sensitivity: figure.sensitivity ?? 'public',
    embargoUntil: figure.embargoUntil,
    authorId: 'author',
    approverId: 'approver',
    knownFrom: figure.knownFrom ?? '2023-09-20T00:00:00.000Z',
  })
}

const quantityColumns = ({ low, high, qualifier, words }: Quantity) => ({ low, high, qualifier, words })

async function cite(
  tx: Transaction,
  crisisId: string,
  owner: { figureId: string } | { disputeId: string } | { noteId: string },
  version: number,
  documentId: string,
) {
  const id = `citation-${Object.values(owner)[0]}-${version}`
  await tx.insert(citations).values({
    ...owner,
    id,
    crisisId,
    version,
    position: 0,
    documentId,
    quote: 'two people',
    language: 'en',
    relation: 'direct',
  })
}

async function closeVersion(
  tx: Transaction,
  crisisId: string,
  { figure, at, reason, quantity }: { figure: string; at: Instant; reason: string; quantity: Quantity | undefined },
) {
  const [open] = await tx
    .select()
    .from(figureVersions)
    .where(sql`${figureVersions.figureId} = ${figure} and ${figureVersions.knownTo} is null`)
  if (!open) throw new Error(`No open version of ${figure}`)
  await tx
    .update(figureVersions)
    .set({ knownTo: at, closedBy: quantity ? 'corrected' : 'withdrawn', closedReason: reason, closerId: 'approver' })
    .where(sql`${figureVersions.figureId} = ${figure} and ${figureVersions.version} = ${open.version}`)
  if (!quantity) return
  const [cited] = await tx
    .select({ document: citations.documentId })
    .from(citations)
    .where(sql`${citations.figureId} = ${figure} and ${citations.version} = ${open.version}`)
  await cite(tx, crisisId, { figureId: figure }, open.version + 1, cited?.document ?? '')
  await tx.insert(figureVersions).values({
    ...open,
    ...quantityColumns(quantity),
    version: open.version + 1,
    reason,
    knownFrom: at,
    knownTo: null,
    closedBy: null,
    closedReason: null,
    closerId: null,
  })
}

async function writeNote(
  tx: Transaction,
  crisisId: string,
  { id, sensitivity }: { id: string; sensitivity: Audience },
) {
  await addSource(tx, crisisId, 'ombudsman')
  await writeDocument(tx, crisisId, { id: `document-${id}`, sensitivity: 'public', fullText: 'internal' })
  await tx.insert(notes).values({ id, crisisId, key: id })
  await cite(tx, crisisId, { noteId: id }, 1, `document-${id}`)
  await tx.insert(noteVersions).values({
    noteId: id,
    version: 1,
    crisisId,
    kind: 'access',
    text: 'A note.',
    saidById: 'ombudsman',
    places: [],
    figures: [],
    sensitivity,
    authorId: 'author',
    approverId: 'approver',
    knownFrom: '2023-09-20T00:00:00.000Z',
  })
}

async function writeDispute(
  tx: Transaction,
  crisisId: string,
  { id, figure, by, aspect, knownFrom }: Parameters<TestLedger['addDispute']>[0],
) {
  await addSource(tx, crisisId, by)
  await writeDocument(tx, crisisId, { id: `document-${id}`, sensitivity: 'public', fullText: 'internal' })
  await tx.insert(disputes).values({ id, crisisId, key: id, figureId: figure })
  await cite(tx, crisisId, { disputeId: id }, 1, `document-${id}`)
  await tx.insert(disputeVersions).values({
    disputeId: id,
    version: 1,
    crisisId,
    byId: by,
    aspect,
    words: 'denied',
    authorId: 'author',
    approverId: 'approver',
    knownFrom,
  })
}
