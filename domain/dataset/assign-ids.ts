import type { Dataset } from '@/domain/dataset/dataset'

const kinds = ['place', 'source', 'event', 'document', 'statement', 'figure', 'note', 'dispute'] as const
type Kind = (typeof kinds)[number]

/** The ids that stand for a dataset's keys. */
export interface AssignedIds {
  crisis: string
  /** Throws for a key the dataset does not have, which `mergeDataset` has ruled out. */
  of: (kind: Kind, key: string) => string
  ofMaybe: (kind: Kind, key: string | null) => string | null
}

/** Gives every entry of a dataset an id of the ledger. */
export function assignIds(dataset: Dataset, newId: () => string): AssignedIds {
  const keyed: Record<Kind, { key: string }[]> = {
    place: dataset.places,
    source: dataset.sources,
    event: dataset.events,
    document: dataset.documents,
    statement: dataset.statements,
    figure: dataset.statements.flatMap(({ figures }) => figures),
    note: dataset.notes,
    dispute: dataset.disputes,
  }
  const ids = new Map(kinds.flatMap((kind) => keyed[kind].map(({ key }) => [`${kind} ${key}`, newId()])))
  const of = (kind: Kind, key: string) => {
    const id = ids.get(`${kind} ${key}`)
    if (id === undefined) throw new Error(`The dataset has no ${kind} "${key}".`)
    return id
  }
  return { crisis: newId(), of, ofMaybe: (kind, key) => (key === null ? null : of(kind, key)) }
}
