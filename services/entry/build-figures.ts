import type { z } from 'zod'
import type { Transaction } from '@/db/client'
import { newId } from '@/db/new-id'
import { readNamed } from '@/db/repositories/read-for-writing'
import type { CrisisForWriting } from '@/db/repositories/write-crisis'
import type { NewFigureVersion } from '@/db/repositories/write-figures'
import type { Claimant, Figure } from '@/domain/figure/figure'
import type { FigureEntry, statementEntrySchema } from '@/domain/figure/figure-entry'
import { derivePersons, isSameNumber } from '@/domain/quantity/derive-persons'
import { endByPublication } from '@/domain/time/publication'
import { citeDocuments } from '@/services/entry/cite-documents'
import { type FieldError, ServiceError } from '@/services/errors'

export interface EntryStatement extends Omit<z.infer<typeof statementEntrySchema>, 'crisis' | 'figures'> {
  id: string
}

/** Which version of which figure each entry becomes; a new figure's first where left out. */
export interface EntryIdentity {
  id: string
  version: number
  reason: string
}

/**
 * The figures of a statement as the ledger keeps them: names looked up, quotes found, an as-of never ending after the publication. With
 * `identity` the one entry is the next version of a figure.
 * @throws ServiceError `invalid` that names every field
 */
export async function buildFigures(
  tx: Transaction,
  crisis: CrisisForWriting,
  {
    statement,
    entries,
    identity,
  }: { statement: EntryStatement; entries: readonly FigureEntry[]; identity?: EntryIdentity },
): Promise<NewFigureVersion[]> {
  const errors: FieldError[] = []
  const pointers = entries.map((_, index) => (identity ? '' : `/figures/${index}`))
  const named = await readNamed(tx, crisis, {
    sources: [statement.claimant],
    places: entries.flatMap(({ places }) => places.map(({ id }) => id)),
    events: entries.flatMap(({ events }) => events),
  })
  const cited = await citeDocuments(
    tx,
    crisis.id,
    entries.map(({ citations }, index) => ({ pointer: pointers[index] ?? '', citations })),
    errors,
  )
  const source = named.sources.get(statement.claimant)
  if (!source) errors.push({ pointer: '/claimant', message: 'There is no such source.' })
  const ids = entries.map(() => identity?.id ?? newId())
  const findName = (pointer: string, id: string, name: string | undefined) => {
    if (name === undefined) errors.push({ pointer, message: `"${id}" is not known in this crisis.` })
    return name ?? id
  }
  const versions = entries.map((entry, index): NewFigureVersion => {
    const pointer = pointers[index] ?? ''
    const { partOf, embargoUntil, acknowledged, ...content } = entry
    const citations = cited[index] ?? []
    checkDerivation(entry, pointer, errors)
    const published = citations.map(({ document }) => document.publishedAt)
    const figure: Figure = {
      ...content,
      id: ids[index] ?? '',
      version: identity?.version ?? 1,
      crisis: crisis.slug,
      places: entry.places.map(({ role, id }, at) => ({
        role,
        id,
        name: findName(`${pointer}/places/${at}`, id, named.places.get(id)?.name),
      })),
      events: entry.events.map((id, at) => ({
        id,
        title: findName(`${pointer}/events/${at}`, id, named.events.get(id)),
      })),
      asOf: endByPublication(entry.asOf, published),
      claimant: toClaimant(statement.claimant, source),
      statement: {
        id: statement.id,
        saidAt: statement.saidAt,
        speaker: statement.speaker,
        occasion: statement.occasion,
      },
      officeCheck: null,
      state: 'submitted',
      partOf: typeof partOf === 'object' ? wholeOf(partOf, ids, index, pointer, errors) : partOf,
      citations,
      disputes: [],
      findings: [],
      reason: identity?.reason ?? null,
      knownFrom: null,
      knownTo: null,
    }
    return { figure, key: null, embargoUntil, acknowledged }
  })
  if (errors.length > 0) throw new ServiceError('invalid', 'Some fields cannot be used.', errors)
  return versions
}

/** A derived number is what its arithmetic gives, so that nobody can put another in its place. */
function checkDerivation({ quantity, unit, derived }: FigureEntry, pointer: string, errors: FieldError[]): void {
  if (derived === null) return
  if (unit !== 'persons') errors.push({ pointer: `${pointer}/unit`, message: 'Only persons are derived.' })
  const { persons, derivation } = derivePersons(derived.from, { factor: derived.factor, words: '' })
  if (isSameNumber(persons, quantity) && derivation.arithmetic === derived.arithmetic) return
  errors.push({ pointer: `${pointer}/derived`, message: `${derivation.arithmetic} does not give this number.` })
}

function wholeOf(
  partOf: { entry: number } | null,
  ids: readonly string[],
  index: number,
  pointer: string,
  errors: FieldError[],
): string | null {
  if (partOf === null) return null
  const whole = partOf.entry === index ? undefined : ids[partOf.entry]
  if (whole === undefined)
    errors.push({ pointer: `${pointer}/partOf`, message: 'Name another figure of this statement.' })
  return whole ?? null
}

function toClaimant(id: string, source: Claimant | undefined): Claimant {
  if (!source) return { id, name: id, kind: '', party: null, reliability: 'F' }
  const { name, kind, party, reliability } = source
  return { id, name, kind, party, reliability }
}
